-- bad: all but the key, and all
-- expect: public.orders
-- expect: sales.lines
create schema sales;
create table orders (id bigint primary key, number text, total numeric);
create table sales.lines (number text, total numeric);

-- good: one is required, or there is but one
create table orders (id bigint primary key, number text not null, total numeric);
create table notes (id bigint primary key, text text);
create table order_tags (order_id bigint, tag_id bigint, primary key (order_id, tag_id));
