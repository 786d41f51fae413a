--- CreateOther
create or replace view sales.open_orders (id, number) with (security_barrier = true, check_option = local) as
    select id, number from sales.orders where status = 'open' with cascaded check option;
--- CreateOther
create temporary view mine as table sales.orders;
--- CreateOther
create recursive view tree (id, parent, depth) as
    select id, parent, 1 from nodes where parent is null union all select n.id, n.parent, t.depth + 1 from nodes n join tree t on n.parent = t.id;
--- CreateOther, since 15
create view invoked with (security_invoker) as values (1, 'a'), (2, 'b');
--- CreateOther
create materialized view if not exists sales.totals using heap with (fillfactor = 90) tablespace pg_default as
    select date_trunc('day', placed_at) as day, sum(total) from sales.orders group by 1 with no data;
--- RefreshView
refresh materialized view concurrently sales.totals with data;
--- RefreshView
refresh materialized view sales.totals with no data;
--- AlterTable
alter view if exists sales.open_orders alter column number set default '?', owner to app;
--- AlterTable
alter view sales.open_orders set (security_barrier = false);
--- AlterTable
alter view sales.open_orders rename column number to no;
--- AlterTable
alter materialized view sales.totals cluster on totals_day_idx;
--- Drop
drop view if exists sales.open_orders, mine cascade;
--- Drop
drop materialized view sales.totals;
