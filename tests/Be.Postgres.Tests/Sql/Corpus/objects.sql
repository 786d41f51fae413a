--- CreateOther
create schema if not exists sales authorization app;
--- OtherStatement
create schema authorization current_user;
--- CreateOther
create schema shop create table shelf (id int primary key) create view full_shelf as select * from shelf;
--- Rename
alter schema shop rename to store;
--- OtherStatement
alter schema shop owner to session_user;
--- Drop
drop schema if exists shop, store cascade;
--- CreateOther
create extension if not exists pg_trgm with schema public version '1.6' cascade;
--- OtherStatement
alter extension pg_trgm update to '1.6';
--- OtherStatement
alter extension pg_trgm drop function similarity(text, text);
--- Drop
drop extension if exists pg_trgm, hstore cascade;
--- CreateOther
create statistics if not exists orders_stats (ndistinct, dependencies, mcv) on customer_id, status, (lower(number)) from sales.orders;
--- OtherStatement, since 16
create statistics on a, b from t;
--- OtherStatement
alter statistics orders_stats set statistics 500;
--- Drop
drop statistics if exists orders_stats;
--- CreateOther
create publication changes for table sales.orders, only sales.lines with (publish = 'insert, update', publish_via_partition_root = true);
--- CreateOther, since 15
create publication open_ones for table sales.orders (id, total) where (status = 'open'), tables in schema billing;
--- CreateOther
create publication everything for all tables;
--- OtherStatement
alter publication changes add table sales.customers;
--- OtherStatement
alter publication changes set (publish = 'truncate');
--- CreateOther
create subscription from_elsewhere connection 'host=db.example.com dbname=shop' publication changes, everything with (connect = false, enabled = false);
--- OtherStatement
alter subscription from_elsewhere refresh publication with (copy_data = false);
--- Drop
drop subscription if exists from_elsewhere;
--- CreateOther
create text search configuration public.simple_english (copy = pg_catalog.english);
--- CreateOther
create text search dictionary public.stems (template = snowball, language = english, stopwords = english);
--- OtherStatement
alter text search configuration public.simple_english alter mapping for asciiword, word with simple, public.stems;
--- OtherStatement
alter text search configuration public.simple_english drop mapping if exists for email, url;
--- Drop
drop text search dictionary if exists public.stems;
--- CreateOther
create or replace aggregate product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1', parallel = safe);
--- CreateOther
create aggregate last_value_of(order by anyelement) (sfunc = last_sfunc, stype = anyelement, hypothetical);
--- CreateOther
create aggregate counted(*) (sfunc = int8inc, stype = int8, initcond = '0');
--- OtherStatement
alter aggregate product(numeric) owner to app;
--- Drop
drop aggregate if exists product(numeric), counted(*) cascade;
--- OtherStatement
create operator sales.=== (leftarg = text, rightarg = text, function = texteq, commutator = operator(sales.===), negator = !==, hashes, merges);
--- OtherStatement
create operator @#@ (rightarg = bigint, procedure = numeric_fac);
--- OtherStatement
alter operator sales.=== (text, text) set (restrict = eqsel, join = none);
--- OtherStatement
drop operator if exists sales.=== (text, text), @#@ (none, bigint) cascade;
--- CreateOther
create operator class text_length_ops for type text using btree as operator 1 <, operator 3 =, function 1 bttextcmp(text, text), storage text;
--- CreateOther
create operator family lengths using btree;
--- OtherStatement
alter operator family lengths using btree add operator 1 < (text, text), function 1 (text, text) bttextcmp(text, text);
--- Drop
drop operator class if exists text_length_ops using btree cascade;
--- Drop
drop operator family lengths using btree;
--- OtherStatement
create cast (text as sales.order_status) with inout as assignment;
--- OtherStatement
create cast (bigint as geo.place) with function to_place(bigint, integer, boolean) as implicit;
--- OtherStatement
create cast (a as b) without function;
--- OtherStatement
drop cast if exists (text as sales.order_status) restrict;
--- CreateOther
create collation if not exists german (provider = icu, locale = 'de@collation=phonebook', deterministic = false);
--- CreateOther
create collation french from "C";
--- OtherStatement
alter collation german refresh version;
--- Drop
drop collation german;
--- CreateOther
create default conversion my_conversion for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
--- Drop
drop conversion if exists my_conversion;
--- CreateOther
create access method heap2 type table handler heap_tableam_handler;
--- CreateOther
create or replace trusted procedural language plsample handler plsample_call_handler validator plsample_validator;
--- Drop
drop procedural language if exists plsample;
--- OtherStatement
create transform for hstore language plpython3u (from sql with function hstore_to(internal), to sql with function to_hstore(internal));
--- OtherStatement
drop transform if exists for hstore language plpython3u cascade;
--- CreateOther
create foreign data wrapper files handler file_fdw_handler validator file_fdw_validator options (debug 'true');
--- CreateOther
create server if not exists other type 'postgres' version '15' foreign data wrapper postgres_fdw options (host 'db.example.com', port '5432');
--- OtherStatement
create user mapping if not exists for current_user server other options (user 'app', password 'secret');
--- OtherStatement
alter user mapping for public server other options (set password 'other');
--- OtherStatement
drop user mapping if exists for app server other;
--- OtherStatement
alter server other version '16' options (drop port, add dbname 'shop');
--- OtherStatement
import foreign schema public limit to (orders, customers) from server other into remote options (import_default 'true');
--- CreateOther
create tablespace fast owner app location '/srv/fast' with (random_page_cost = 1.1);
--- CreateOther
create database shop with owner app template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C' connection limit 50;
--- OtherStatement
alter database shop set timezone to 'UTC';
--- OtherStatement
alter database shop set tablespace fast;
--- Rename
alter database shop rename to store;
--- Drop
drop database if exists shop with (force);
--- OtherStatement
alter large object 42 owner to app;
--- OtherStatement
comment on column sales.orders.total is 'With tax; see "billing".';
--- OtherStatement
comment on function sales.total_of(bigint) is null;
--- OtherStatement
comment on operator sales.=== (text, text) is $$equal$$;
--- OtherStatement
comment on constraint orders_total_check on sales.orders is E'Not\nnegative';
--- OtherStatement
security label for selinux on table sales.orders is 'system_u:object_r:sepgsql_table_t:s0';
