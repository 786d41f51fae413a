-- bad: a column of a new table
create table customers (id bigint primary key, name varchar(100) collate "C" not null default 'nobody');

-- bad: a new column
-- given: create table customers (id bigint primary key);
alter table customers add column name character varying(100);

-- bad: another type
-- given: create table customers (id bigint primary key, name text);
alter table customers alter column name type varchar(100);

-- good: text with a check
create table customers (id bigint primary key, name text check (char_length(name) <= 100));

-- good: no limit
create table customers (id bigint primary key, name varchar);

-- good: a number
create table customers (id bigint primary key, credit numeric(10));
