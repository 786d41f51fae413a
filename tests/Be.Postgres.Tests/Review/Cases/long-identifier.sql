-- bad: a column, a constraint, an index and a function whose names were cut
-- expect: public.orders.the_number_that_the_customer_gave_to_the_order_when_they_placed
-- expect: public.orders
-- expect: public.orders_by_the_number_that_the_customer_gave_to_the_order_when_t
-- expect: public.the_function_that_counts_how_many_orders_a_customer_has_placed_
create table orders (
    id bigint primary key,
    the_number_that_the_customer_gave_to_the_order_when_they_placed_it text,
    constraint the_number_that_the_customer_gave_to_the_order_when_they_placed_it check (id > 0)
);
create index orders_by_the_number_that_the_customer_gave_to_the_order_when_they_placed_it on orders (id);
create function the_function_that_counts_how_many_orders_a_customer_has_placed_in_a_year() returns int language sql as 'select 1';

-- good: shorter, or shortened on purpose
create table orders (id bigint primary key, the_number_that_the_customer_gave_to_the_order_when_they_place text);
create index the_number_that_the_customer_gave_to_the_order_when_th_0a1b2c3d on orders (id);
