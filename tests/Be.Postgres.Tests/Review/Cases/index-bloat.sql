-- bad: nine of ten entries are gone
-- expect: public.lines_number_idx
create table lines (number text) with (autovacuum_enabled = false);
create index lines_number_idx on lines (number);
insert into lines select lpad(i::text, 60, '0') from generate_series(1, 200000) i;
delete from lines where number::bigint % 10 <> 0;
analyze lines;

-- good: all are there
create table lines (number text) with (autovacuum_enabled = false);
create index lines_number_idx on lines (number);
insert into lines select lpad(i::text, 60, '0') from generate_series(1, 200000) i;
analyze lines;
