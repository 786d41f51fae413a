--- CreateTable
create table logs (at timestamptz not null, level text, body text) partition by range (at);
--- CreateTable
create table logs_2026_06 partition of logs for values from ('2026-06-01') to ('2026-07-01');
--- CreateTable
create table logs_default partition of logs default;
--- CreateTable
create table sales.by_region (region text, id bigint, primary key (region, id)) partition by list (region);
--- CreateTable
create table sales.by_region_eu partition of sales.by_region for values in ('de', 'fr', null) partition by hash (id);
--- CreateTable
create table sales.by_region_eu_0 partition of sales.by_region_eu for values with (modulus 4, remainder 0) tablespace pg_default;
--- CreateTable
create table measured_by partition of measures (constraint positive check (value > 0), value default 1) for values from (1, minvalue) to (2, maxvalue);
--- CreateTable
create table by_expression (at timestamptz, kind text collate "C") partition by range ((extract(year from at)), kind collate "C" text_pattern_ops);
--- AlterTable
alter table logs attach partition logs_2026_07 for values from ('2026-07-01') to ('2026-08-01');
--- AlterTable
alter table sales.by_region attach partition sales.by_region_us for values in ('us');
--- AlterTable
alter table sales.by_region_eu attach partition sales.by_region_eu_1 for values with (modulus 4, remainder 1);
--- AlterTable
alter table logs attach partition logs_rest default;
--- AlterTable
alter table logs detach partition logs_2026_06;
--- AlterTable
alter table logs detach partition logs_2026_06 concurrently;
--- AlterTable
alter table logs detach partition logs_2026_06 finalize;
--- AlterTable
alter index logs_at_idx attach partition logs_2026_07_at_idx;
--- CreateIndex
create index logs_level_idx on only logs (level);
