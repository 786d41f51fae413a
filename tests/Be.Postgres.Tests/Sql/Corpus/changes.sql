--- ChangeRows
insert into sales.orders as o (number, total, tags[1]) values ('A-1', default, 'x'), ('A-2', 3.5, null) on conflict (number) where total > 0 do update set total = excluded.total + o.total where o.total < 10 returning id, xmax = 0 as inserted;
--- ChangeRows
insert into sales.orders default values;
--- ChangeRows
insert into sales.orders (id, number) overriding system value select 1, 'x' from generate_series(1, 10) on conflict on constraint orders_pkey do nothing;
--- ChangeRows
insert into log table old_log;
--- ChangeRows
with ids as (select 1 as id) insert into t select id from ids;
--- ChangeRows
update only sales.orders o set (total, tax) = (select sum(amount), sum(amount) * 0.19 from sales.lines l where l.order_id = o.id), status = default where status = 'draft';
--- ChangeRows
update sales.orders set total = 0;
--- ChangeRows
update t set a[1] = 2, b.c = 3, (d, e) = row(1, 2) from other u where t.id = u.id returning t.*;
--- ChangeRows
update t set x = case when y then 'where' else "where" end where current of my_cursor;
--- ChangeRows
delete from only sales.orders using sales.customers c where c.id = customer_id and c.name like 'test%' returning *;
--- ChangeRows
delete from queue where ctid = any (array(select ctid from queue limit 1000 for update skip locked));
--- ChangeRows, since 15
merge into sales.stock s using (select sku, sum(n) n from arrivals group by sku) a on s.sku = a.sku
when matched and s.n + a.n = 0 then delete
when matched then update set n = s.n + a.n
when not matched and a.n > 0 then insert (sku, n) values (a.sku, a.n)
when not matched then do nothing;
--- ChangeRows, since 17
merge into stock s using arrivals a on s.sku = a.sku when not matched by source then delete when matched then update set n = a.n returning merge_action(), s.*;
--- ChangeRows, since 15
with a as (select 1 as sku) merge into only stock as s using a on s.sku = a.sku when matched then do nothing;
--- Truncate
truncate table only sales.orders, sales.lines * restart identity cascade;
--- Truncate
truncate queue;
--- ChangeRows
copy sales.orders (id, number) from '/srv/orders.csv' with (format csv, header true, delimiter ';', null '', quote '"', force_not_null (number), encoding 'UTF8') where id > 0;
--- ChangeRows
copy sales.orders from program 'gunzip -c /srv/orders.gz' csv header;
--- ChangeRows
copy sales.orders from stdin;
--- OtherStatement
copy (select * from sales.missing where note <> 'a;b') to '/srv/out.csv' (format csv);
--- OtherStatement
copy sales.orders to program 'cat > /srv/out' with (format binary);
--- OtherStatement
copy sales.orders (id) to '/srv/out' with delimiter as '|' null as 'x';
