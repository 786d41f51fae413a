-- bad: behind others
-- expect: public.orders
-- expect: public.lines
create table orders (number text, id bigint primary key);
create table lines (order_id bigint, number text, part int, primary key (order_id, part));

-- good: first, in any order, or first since another column went
create table orders (old text, id bigint primary key, number text);
alter table orders drop column old;
create table lines (part int, order_id bigint, number text, primary key (order_id, part));
