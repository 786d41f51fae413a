-- bad: a column of a new table
create table orders (id bigint primary key, total money);

-- bad: a new column
-- given: create table orders (id bigint primary key);
alter table orders add column total money not null default 0;

-- good: numeric
create table orders (id bigint primary key, total numeric(18, 2));

-- good: a column of that name
create table orders (id bigint primary key, money numeric(18, 2));
