--- CreateIndex
create unique index concurrently if not exists orders_number_idx on sales.orders (number);
--- CreateIndex
create index on sales.orders (customer_id, placed_at desc nulls last) include (total, status) where status <> 'draft';
--- CreateIndex
create index orders_number_lower_idx on sales.orders (lower(number) text_pattern_ops, (total / 100) asc);
--- CreateIndex
create index docs_body_idx on docs using gin (to_tsvector('english'::regconfig, coalesce(title, '') || ' ' || body)) with (fastupdate = off);
--- CreateIndex
create index docs_payload_idx on docs using gin (payload jsonb_path_ops);
--- CreateIndex
create index events_at_brin on events using brin (at timestamptz_minmax_multi_ops (values_per_range = 32)) with (pages_per_range = 64, autosummarize = on);
--- CreateIndex
create index places_spot_idx on places using spgist (spot quad_point_ops);
--- CreateIndex
create index names_trgm_idx on names using gist (name gist_trgm_ops (siglen = 32));
--- CreateIndex
create index hashes_idx on files using hash (digest);
--- CreateIndex
create index "Mixed Case" on "Sales"."Orders" ("Customer Id" collate "C" desc);
--- CreateIndex, since 15
create unique index codes_idx on codes (code, region) nulls not distinct tablespace pg_default;
--- CreateIndex
create index partial on orders (id) where (payload ->> 'state') = 'open' and not archived and id > all (array[1, 2]);
--- CreateIndex
create index casted on events (((payload ->> 'at')::date), (tags[1]), ((a.b).c));
--- AlterTable
alter index sales.orders_number_idx rename to orders_number_key;
--- AlterTable
alter index if exists sales.orders_number_idx set (fillfactor = 70);
--- AlterTable
alter index casted alter column 1 set statistics 500;
--- AlterTable
alter index sales.orders_number_idx set tablespace fast;
--- AlterTable
alter index sales.orders_number_idx depends on extension pg_trgm;
--- OtherStatement
alter index all in tablespace slow set tablespace fast;
--- Drop
drop index concurrently if exists sales.orders_number_idx;
--- Drop
drop index sales.a, sales.b cascade;
--- Reindex
reindex (verbose, concurrently) table sales.orders;
--- Reindex
reindex index concurrently sales.orders_number_idx;
--- Reindex
reindex schema sales;
--- Reindex
reindex (tablespace fast) system current;
--- Cluster
cluster verbose sales.orders using orders_pkey;
--- Cluster
cluster;
