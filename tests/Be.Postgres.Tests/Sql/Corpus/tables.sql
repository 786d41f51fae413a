--- CreateTable
create table sales.customers (
    id uuid primary key default gen_random_uuid(),
    email text not null unique check (email = lower(email)),
    name text not null,
    created_at timestamptz not null default now()
);
--- CreateTable
CREATE TABLE IF NOT EXISTS public."Order Lines" ("Order Id" bigint, "Line" smallint, PRIMARY KEY ("Order Id", "Line"));
--- CreateTable
create table sales.orders (
    id bigint generated always as identity (start with 1000 increment by 1 cache 20),
    number text collate "C" not null,
    customer_id uuid not null references sales.customers (id) on update no action on delete restrict deferrable initially immediate,
    total numeric(18, 2) not null default 0.00,
    tax numeric(18, 2) generated always as (round(total * 0.19, 2)) stored,
    placed_at timestamptz,
    constraint orders_pkey primary key (id),
    constraint orders_number_key unique (number) with (fillfactor = 80),
    constraint orders_total_check check (total >= 0 and (placed_at is null or total > 0))
);
--- CreateTable
create unlogged table import.lines (line bigint, content text) with (autovacuum_enabled = false, fillfactor = 100);
--- CreateTable
create temporary table picked on commit drop as select id from sales.orders where total > 100;
--- CreateTable
create global temporary table if not exists scratch (n int) on commit delete rows;
--- CreateTable
create table archive.orders (like sales.orders including defaults including constraints excluding identity including comments);
--- CreateTable
create table audit.entries (
    id bigserial primary key,
    at timestamp with time zone default clock_timestamp(),
    by_whom name default current_user,
    old jsonb,
    new jsonb,
    check (old is not null or new is not null) no inherit
);
--- CreateTable
create table hotel.stays (
    room int,
    during tstzrange not null,
    exclude using gist (room with =, during with &&) where (room > 0)
);
--- CreateTable, since 18
create table hotel.prices (room int, valid daterange, price money, primary key (room, valid without overlaps));
--- CreateTable, since 18
create table hotel.bookings (room int, valid daterange, foreign key (room, period valid) references hotel.prices (room, period valid));
--- CreateTable, since 18
create table shapes (width int, height int, area int generated always as (width * height) virtual);
--- CreateTable
create table cities_of_the_coast (harbour boolean default true) inherits (geo.cities, geo.ports);
--- CreateTable
create table typed of geo.point_type (x with options not null default 0, primary key (x));
--- CreateTable
create table measured (celsius real, kelvin double precision generated always as (celsius + 273.15) stored, at time(3) with time zone);
--- CreateTable
create table bits (flags bit varying(16) default B'1010', mask bit(4), hex bytea default '\xDEADBEEF'::bytea);
--- CreateTable
create table matrix (cells integer[3][3] default '{{1,0,0},{0,1,0},{0,0,1}}', names text array, tags varchar(20)[] not null default array[]::varchar[]);
--- CreateTable
create table spans (a interval year to month, b interval day to second(3), c interval(0), d interval hour);
--- CreateTable
create table networks (address inet, block cidr, card macaddr, card8 macaddr8, id xid8, place point, shape polygon, query tsquery, words tsvector);
--- CreateTable
create table a$1 (_b text, ünïcode text, "quote""d" text, "select" text, U&"d\0061t\+000061" text);
--- CreateTable
create table compressed (body text compression pglz collate "C" not null);
--- CreateTable, since 16
create table stored (body text storage extended compression pglz, raw bytea storage external);
--- CreateTable, since 15
create table codes (code text, region text, unique nulls not distinct (code, region));
--- CreateTable
create table notes (body text) using heap tablespace pg_default;
--- CreateTable
create table snapshot as table sales.orders with no data;
--- CreateTable
create table top_customers (customer_id, spent) as
    select customer_id, sum(total) from sales.orders group by 1 having sum(total) > 1000 order by 2 desc limit 10
    with data;
--- CreateTable
create table if not exists numbers as values (1, 'one'), (2, 'two');
--- CreateTable
create table from_prepared as execute orders_of_customer('42');
--- CreateTable
select o.id, c.name into temporary report from sales.orders o join sales.customers c on c.id = o.customer_id;
--- CreateTable
create table s.t(a int check(a>0)check(a<10)default 5 not null,b int default(1+2)unique);
--- CreateTable
create table refs (
    a int constraint refs_a_fkey references x match full on delete set null,
    b int references y (b) on delete set default on update cascade not deferrable,
    c int null,
    foreign key (a, b) references z (m, n) match simple on delete cascade
);
--- CreateTable, since 15
create table keeps (a int, b int, foreign key (a, b) references z (m, n) on delete set null (b));
--- CreateTable
create table nothing ();
--- CreateOther
create foreign table remote.orders (id bigint options (column_name 'order_id') not null, total numeric) server other options (schema_name 'sales', table_name 'orders');
--- CreateOther
create foreign table logs_of_may partition of logs for values from ('2026-05-01') to ('2026-06-01') server files options (filename '/srv/may.csv');
