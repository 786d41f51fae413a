-- bad: a check of a table in use
-- given: create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders add constraint orders_total_check check (total >= 0);

-- bad: between other actions
-- given: create table sales.orders (id bigint primary key, total numeric(18, 2));
alter table sales.orders
    add column note text,
    add check (total between 0 and 100) no inherit,
    add column code text;

-- bad: the check of a new column
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text check (char_length(note) <= 100);

-- good: not valid
-- given: create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders add constraint orders_total_check check (total >= 0) not valid;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint primary key, total numeric check (total >= 0));
alter table sales.orders add check (id > 0);

-- good: validated later
-- given: create table sales.orders (id bigint primary key, total numeric);
-- given: alter table sales.orders add constraint orders_total_check check (total >= 0) not valid;
alter table sales.orders validate constraint orders_total_check;
