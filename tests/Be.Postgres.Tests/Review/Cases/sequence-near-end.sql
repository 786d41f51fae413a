-- bad: an integer column, a narrow sequence, a wide one on an integer, a maximum
-- expect: public.orders_id_seq
-- expect: public.tickets
-- expect: public.plain
-- expect: public.capped
create table orders (id integer generated always as identity primary key);
select setval('orders_id_seq', 1900000000);
create sequence tickets as integer;
create table visits (id bigint primary key default nextval('tickets'));
select setval('tickets', 2000000000);
create sequence plain;
create table notes (id integer primary key default nextval('plain'));
select setval('plain', 1600000000);
create sequence capped maxvalue 1000;
select setval('capped', 999);

-- good: bigint, not far yet, cycling, or new
create table orders (id bigint generated always as identity primary key);
select setval('orders_id_seq', 1900000000);
create table notes (id integer generated always as identity primary key);
select setval('notes_id_seq', 1400000000);
create sequence wheel maxvalue 1000 cycle;
select setval('wheel', 999);
create table fresh (id smallserial primary key);
