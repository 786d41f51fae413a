-- bad: everything stops
lock table sales.orders;

-- bad: writes stop
lock table only sales.orders, sales.customers in share row exclusive mode nowait;

-- bad: writes stop, without the word table
lock sales.orders in share mode;

-- good: a mode that lets others write
lock table sales.orders in row exclusive mode;

-- good: one that lets others write and no schema change
lock table sales.orders in share update exclusive mode;

-- good: a table that is new in the same transaction
create table sales.orders (id bigint primary key);
lock table sales.orders;
