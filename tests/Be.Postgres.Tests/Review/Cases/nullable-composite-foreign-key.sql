-- bad: both may be null
-- expect: public.lines
create table orders (id bigint, part int, primary key (id, part));
create table lines (id bigint primary key, order_id bigint, part int, foreign key (order_id, part) references orders);

-- good: not null, match full, a check, or an optional reference of a tenant
create table orders (id bigint, part int, primary key (id, part));
create table lines (id bigint primary key, order_id bigint not null, part int not null, foreign key (order_id, part) references orders);
create table notes (id bigint primary key, order_id bigint, part int, foreign key (order_id, part) references orders match full);
create table tags (
    id bigint primary key,
    order_id bigint,
    part int,
    foreign key (order_id, part) references orders,
    check (num_nulls(order_id, part) in (0, 2))
);
create table bills (tenant_id bigint not null, order_part int, id bigint primary key, foreign key (tenant_id, order_part) references orders);
