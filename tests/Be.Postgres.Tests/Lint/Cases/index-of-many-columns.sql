-- bad: four
-- given: create table sales.orders (id bigint primary key, a text, b text, c text, d text);
-- migrate:up transaction:false
create index concurrently orders_idx on sales.orders (a, b, c, d);

-- bad: on a new table, with expressions
create table sales.orders (id bigint primary key, a text, b text, c text);
create index on sales.orders (lower(a), b desc, c, (id % 10), id);

-- good: three, and one to read
create table sales.orders (id bigint primary key, a text, b text, c text);
create index orders_idx on sales.orders (a, b desc, id) include (c);

-- good: a unique index keeps a rule
create table sales.orders (id bigint primary key, a text, b text, c text, d text);
create unique index orders_key on sales.orders (a, b, c, d);

-- good: another kind of index, whose columns stand for themselves
create table sales.orders (id bigint primary key, a integer[], b integer[], c integer[], d integer[]);
create index orders_idx on sales.orders using gin (a, b, c, d);

-- good: a temporary table
create temporary table doubles (a text, b text, c text, d text);
create index on doubles (a, b, c, d);
