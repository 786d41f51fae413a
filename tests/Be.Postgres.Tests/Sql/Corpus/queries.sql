--- OtherStatement
select distinct on (customer_id) customer_id, number, total::numeric(10, 2) as "Total" from only sales.orders order by customer_id, placed_at desc nulls last;
--- OtherStatement
select o.*, (select count(*) from sales.lines l where l.order_id = o.id) lines from sales.orders as o where exists (select from x) limit all offset 10 rows;
--- OtherStatement
(select 1 union all select 2) except (select 2) order by 1 fetch first 1 rows with ties;
--- OtherStatement
((select 1));
--- OtherStatement
values (1, 'a'), (default_value(), $$b;c$$) order by 1 limit 1;
--- OtherStatement
table sales.orders;
--- OtherStatement
select;
--- OtherStatement
select region, status, sum(total) filter (where total > 0), grouping(region, status) from orders group by grouping sets ((region, status), (region), ());
--- OtherStatement
select a, b, c, count(*) from t group by distinct rollup (a, b), cube (b, c) having count(*) > 1;
--- OtherStatement
select id, row_number() over w, lag(total, 1, 0) over (w rows between unbounded preceding and current row exclude ties), ntile(4) over (order by total)
from orders window w as (partition by customer_id order by placed_at), v as (w range between '1 day' preceding and '1 day' following);
--- OtherStatement
select c.name, latest.* from customers c cross join lateral (select * from orders o where o.customer_id = c.id order by placed_at desc limit 3) latest;
--- OtherStatement
select * from a natural full outer join b left join c using (id, "Kind") as joined;
--- OtherStatement
select * from generate_series(1, 10) with ordinality as g (n, i), rows from (unnest(array[1, 2]), json_to_record('{"a":1}') as (a int)) as r (x, y);
--- OtherStatement
select * from orders tablesample bernoulli (10) repeatable (42) where random() < 0.5;
--- OtherStatement
with recursive tree as (
    select id, parent_id, 0 as depth from categories where parent_id is null
    union all
    select c.id, c.parent_id, depth + 1 from categories c join tree on c.parent_id = tree.id
) search depth first by id set ordering cycle id set is_cycle to true default false using path
select * from tree order by ordering;
--- OtherStatement
with a as materialized (select 1), b (x) as not materialized (select 2) select * from a, b;
--- ChangeRows
with gone as (delete from queue where done returning *) select count(*) from gone;
--- ChangeRows
with moved as (delete from live where old returning *) insert into archive select * from moved;
--- OtherStatement
select * from orders o join lines l on l.order_id = o.id for no key update of o skip locked for share of l nowait;
--- OtherStatement
select payload -> 'a' ->> 'b', payload #>> '{a,b}', payload @> '{"k": [1]}', payload ? 'k', payload @? '$.a[*] ? (@ > 1)' from docs;
--- OtherStatement
select jsonb_build_object('a', 1, 'b', array_agg(x order by x desc)), string_agg(distinct name, '; ' order by name) from t;
--- OtherStatement, since 17
select * from json_table('[{"a": 1}]'::jsonb, '$[*]' columns (id for ordinality, a int path '$.a' default 0 on empty));
--- OtherStatement, since 16
select json_arrayagg(v order by v absent on null returning jsonb), json_object('k' value v with unique keys) from t;
--- OtherStatement
select xmlelement(name "order", xmlattributes(id as "id"), xmlforest(number, total)), xmlserialize(content body as text), xmlpi(name php, 'x') from orders;
--- OtherStatement
select * from xmltable(xmlnamespaces('http://x.example' as x), '/rows/x:row' passing data columns id int path '@id' not null, name text path 'name' default 'none');
--- OtherStatement
select extract(epoch from at), position('b' in 'abc'), substring('abc' from 2 for 1), overlay('abc' placing 'x' from 2), trim(both 'x' from name), at at time zone 'UTC' from t;
--- OtherStatement
select case when a is not distinct from b then 1 when a between symmetric 3 and 1 then 2 else coalesce(nullif(c, 0), 3) end from t;
--- OtherStatement
select a like 'x!%%' escape '!', b similar to '(a|b)%', c ilike any (array['a%', 'b%']), d !~* 'x', not e and f or g isnull from t;
--- OtherStatement
select (array[[1, 2], [3, 4]])[1:2][1], (row(1, 'a')).f1, (t.composite).field[2], a[:3], '{1,2}'::int[] || 3 from t;
--- OtherStatement
select date '2026-01-01' + interval '1' day, timestamp with time zone '2026-01-01 00:00+01', time '12:00', interval '1-2' year to month, int '5';
--- OtherStatement
select 1.5e10, .5, 5., 1e-3, -1, + 2, 3 % 2, 2 ^ 3, |/ 4, @ -5, 5 & 3, 1 << 2, ~1, 7 # 2;
--- OtherStatement
select a operator(pg_catalog.+) b, c <-> point '(1,2)', d && array[1], e @@ to_tsquery('a & b'), f ->> $1 from t;
--- OtherStatement
select percentile_cont(0.5) within group (order by total), mode() within group (order by status) from orders;
--- OtherStatement
select "a""b".";" as "x -- y", 'it''s /* no comment */ -- nor this' as t, count(*) as "count" from "a""b";
--- OtherStatement
select * from (values (1, 'one'), (2, 'two')) as t (n, word) where (n, word) in (select 1, 'one') and row(n) >= all (select 1);
