-- bad: a table in use
-- given: create table sales.invoices (id bigint primary key);
alter table sales.invoices set schema billing;

-- bad: if it is there
-- given: create table sales.invoices (id bigint primary key);
alter table if exists sales.invoices set schema billing;

-- good: a new table
create table sales.invoices (id bigint primary key);
alter table sales.invoices set schema billing;

-- good: a function
-- given: create function sales.one() returns int language sql as 'select 1';
alter function sales.one() set schema billing;
