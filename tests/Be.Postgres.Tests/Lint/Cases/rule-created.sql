-- bad: instead
-- given: create table orders (id bigint primary key);
create rule keep as on delete to orders do instead nothing;

-- bad: also
-- given: create table orders (id bigint primary key); create table log (id bigint primary key);
create or replace rule log_it as on insert to orders do also insert into log values (new.id);

-- good: a trigger
-- given: create table orders (id bigint primary key); create function refuse() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger keep before delete on orders for each row execute function refuse();

-- good: a view
-- given: create table orders (id bigint primary key);
create view open_orders as select id from orders;
