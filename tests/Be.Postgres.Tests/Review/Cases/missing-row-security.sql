-- bad: policies that nobody enforces
-- expect: public.orders
create table orders (id bigint primary key, tenant text);
create policy own on orders using (tenant = current_user);

-- bad: on, without a policy, beside a table that was forgotten
-- expect: sales.orders
-- expect: sales.lines
create schema sales;
create table sales.orders (id bigint primary key);
alter table sales.orders enable row level security;
create table sales.lines (id bigint primary key);

-- good: all of a schema, or none of it
create schema sales;
create table sales.orders (id bigint primary key, tenant text);
alter table sales.orders enable row level security;
create policy own on sales.orders using (tenant = current_user);
create table countries (code text primary key);
