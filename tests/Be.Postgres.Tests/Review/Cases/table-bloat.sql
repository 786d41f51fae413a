-- bad: nine of ten rows are gone
-- expect: public.lines
create table lines (id bigint primary key, note text) with (autovacuum_enabled = false);
insert into lines select i, repeat('x', 100) from generate_series(1, 200000) i;
delete from lines where id % 10 <> 0;
analyze lines;

-- good: all are there, or it is small
create table lines (id bigint primary key, note text) with (autovacuum_enabled = false);
insert into lines select i, repeat('x', 100) from generate_series(1, 200000) i;
analyze lines;
create table small (id bigint primary key, note text) with (autovacuum_enabled = false);
insert into small select i, repeat('x', 100) from generate_series(1, 20000) i;
delete from small where id % 10 <> 0;
analyze small;
