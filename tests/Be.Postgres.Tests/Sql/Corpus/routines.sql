--- CreateRoutine
create function sales.total_of(order_id bigint, out total numeric, out lines int) language sql stable parallel safe rows 1
as 'select sum(amount), count(*)::int from sales.lines l where l.order_id = total_of.order_id; ';
--- CreateRoutine
create or replace function sales.touch() returns trigger
language plpgsql
as $$
begin
    new.updated_at := now(); -- it's a semicolon; in a comment
    return new;
end;
$$;
--- CreateRoutine
create or replace function quote(value text default 'it''s; $$') returns text immutable strict leakproof cost 5
as $body$ select '$$' || value || $tag$;$tag$; $body$ language sql;
--- CreateRoutine
create function add(a int, b int) returns int language sql immutable return a + b;
--- CreateRoutine
create function two() returns setof int language sql
begin atomic
    select 1;
    select case when true then 2 else 3 end;
end;
--- CreateRoutine
create procedure sales.close_orders(before date, inout closed int default 0)
language sql
begin atomic
    update sales.orders set status = case status when 'open' then 'closed' else status end where placed_at < before;
    insert into audit.entries (note) values ('begin; end;');
end;
--- CreateRoutine
create function nested() returns int language sql begin atomic
    with x as (select case when a then case when b then 1 end end as begin_end from t) select max(begin_end) from x; end;
--- CreateRoutine
create or replace procedure batch() language plpgsql as $do$
declare
    n int := 0;
begin
    loop
        delete from queue where id in (select id from queue order by id limit 1000 for update skip locked);
        exit when not found;
        commit;
    end loop;
exception when others then
    raise notice 'failed: %; $inner$ %', sqlerrm, $inner$quoted$inner$;
end
$do$;
--- CreateRoutine
create function secret() returns text language plpgsql security definer set search_path = pg_catalog, pg_temp set work_mem to '64MB'
as $$ begin return current_setting('app.secret', true); end $$;
--- CreateRoutine
create function admin() returns void language sql security definer set search_path from current as 'select 1';
--- CreateRoutine
create function lib() returns int as '$libdir/mylib', 'my_function' language c strict;
--- CreateRoutine
create function many(variadic items text[]) returns table (item text, at int) language sql called on null input
as $_$ select item, at::int from unnest($1) with ordinality as u (item, at) where item <> $_1$x$_1$ $_$;
--- CreateRoutine
create function polymorphic(anyelement, anyarray) returns anyelement language internal as 'int4pl';
--- CreateRoutine
create function window_like(x int) returns int window language internal as 'window_rank';
--- CreateRoutine
create function with_support(text) returns boolean support prefix_support external security invoker not leakproof volatile language plpgsql
as E'begin\n  return \'it\\\'s\' is not null;\nend';
--- CreateRoutine
create function transforms(h hstore) returns int transform for type hstore language plpython3u as $py$
return len(h)  # a semicolon; here
$py$;
--- OtherStatement
alter function sales.total_of(bigint) owner to app;
--- OtherStatement
alter function sales.touch() set search_path = '';
--- OtherStatement
alter procedure sales.close_orders(date, int) depends on extension plpgsql;
--- Rename
alter routine sales.total_of(bigint) rename to order_total;
--- OtherStatement
alter function many(text[]) immutable parallel restricted reset all;
--- Drop
drop function if exists sales.total_of(bigint), quote(text) cascade;
--- Drop
drop procedure sales.close_orders(date, inout int);
--- Drop
drop routine batch;
--- OtherStatement
call sales.close_orders(before => current_date - 30, closed => null);
--- DoBlock
do $$
begin
    if not exists (select from pg_roles where rolname = 'app') then
        create role app;
    end if;
end
$$;
--- DoBlock
do language plpgsql 'begin perform 1; end';
--- DoBlock
do $outer$ begin execute $inner$ do $innermost$ begin null; end $innermost$; $inner$; end $outer$ language plpgsql;
