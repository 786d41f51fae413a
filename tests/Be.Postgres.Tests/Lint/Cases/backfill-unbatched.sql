-- bad: an update
-- given: create table orders (id bigint primary key, currency text);
update orders set currency = 'EUR' where currency is null;

-- bad: a deletion
-- given: create table orders (id bigint primary key); create table old_orders (id bigint primary key);
delete from orders using old_orders where orders.id = old_orders.id;

-- good: in batches
-- given: create table orders (id bigint primary key, currency text);
-- migrate:up transaction:false
do $$
declare changed bigint;
begin
    loop
        update orders set currency = 'EUR' where id in (select id from orders where currency is null limit 1000);
        get diagnostics changed = row_count;
        commit;
        exit when changed = 0;
    end loop;
end
$$;

-- good: rows of a new table
create table orders (id bigint primary key, currency text);
update orders set currency = 'EUR' where currency is null;

-- good: a few rows more
-- given: create table roles (name text primary key);
insert into roles (name) values ('administrator') on conflict do nothing;
