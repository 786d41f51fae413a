-- bad: a check and a foreign key
-- expect: sales."Orders"
-- expect: sales.lines
create schema sales;
create table sales."Orders" (id bigint primary key, total numeric);
alter table sales."Orders" add constraint "Total is positive" check (total >= 0) not valid;
create table sales.lines (id bigint primary key, order_id bigint);
alter table sales.lines add constraint lines_order_id_fkey foreign key (order_id) references sales."Orders" (id) not valid;

-- good: validated
create table orders (id bigint primary key, total numeric);
alter table orders add constraint orders_total_check check (total >= 0) not valid;
alter table orders validate constraint orders_total_check;

-- good: not enforced on purpose
-- since: 18
create table orders (id bigint primary key, total numeric, constraint orders_total_check check (total >= 0) not enforced);
