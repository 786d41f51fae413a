-- bad: a column of a new table
create table orders (id bigint primary key, country char(2));

-- bad: a new column
-- given: create table orders (id bigint primary key);
alter table orders add column country character(2);

-- bad: another type
-- given: create table orders (id bigint primary key, country text);
alter table orders alter column country type bpchar(2);

-- good: text with a check
create table orders (id bigint primary key, country text check (char_length(country) = 2));

-- good: a temporary table
create temporary table countries (code char(2));
