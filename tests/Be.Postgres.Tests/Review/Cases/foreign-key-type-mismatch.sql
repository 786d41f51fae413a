-- bad: int that leads to bigint
-- expect: public.orders
create table customers (id bigint primary key);
create table orders (id bigint primary key, customer_id int references customers (id));

-- bad: one of two columns
-- expect: sales.lines
create schema sales;
create table sales.orders (id bigint, part int, primary key (id, part));
create table sales.lines (id bigint primary key, order_id bigint, part bigint, foreign key (order_id, part) references sales.orders);

-- good: the same type, a domain of it, varchar and text
create domain customer_id as bigint;
create table customers (id bigint primary key, code text unique);
create table orders (
    id bigint primary key,
    customer_id customer_id references customers (id),
    payer_id bigint references customers (id),
    customer_code varchar(10) references customers (code)
);
