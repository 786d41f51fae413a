-- bad: a wider integer
-- given: create table sales.orders (id integer primary key);
alter table sales.orders alter column id type bigint;

-- bad: text to number
-- given: create table sales.orders (id bigint primary key, number text);
alter table sales.orders alter column number set data type integer using number::integer;

-- bad: a shorter text
-- given: create table sales.orders (id bigint primary key, number varchar(20));
alter table sales.orders alter number type varchar(10);

-- bad: another scale
-- given: create table sales.orders (id bigint primary key, total numeric(18, 2));
alter table sales.orders alter column total type numeric(18, 4);

-- bad: json
-- given: create table sales.orders (id bigint primary key, data json);
alter table sales.orders alter column data type jsonb;

-- bad: another value
-- given: create table sales.orders (id bigint primary key, number varchar(20));
alter table sales.orders alter column number type text using upper(number);

-- bad: a type that no migration says
alter table orders alter column number type text;

-- good: varchar to text
-- given: create table sales.orders (id bigint primary key, number varchar(20));
alter table sales.orders alter column number type text;

-- good: varchar to text with its cast
-- given: create table sales.orders (id bigint primary key, number varchar(20));
alter table sales.orders alter column number type text using number::text;

-- good: a longer varchar
-- given: create table sales.orders (id bigint primary key, number varchar(20));
alter table sales.orders alter column number type character varying(40);

-- good: more digits
-- given: create table sales.orders (id bigint primary key, total numeric(12, 2));
alter table sales.orders alter column total type numeric(18, 2);

-- good: without a limit
-- given: create table sales.orders (id bigint primary key, total numeric(12, 2), tags varchar(10)[]);
alter table sales.orders alter column total type decimal, alter column tags type varchar(10)[];

-- good: of a table that is new in the same transaction
create table sales.orders (id integer primary key);
alter table sales.orders alter column id type bigint;
