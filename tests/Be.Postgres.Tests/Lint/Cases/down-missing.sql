-- bad: no down part
create table orders (id bigint primary key);

-- bad: an empty one
create table orders (id bigint primary key);
-- migrate:down
-- nothing to do

-- good: what undoes it
create table orders (id bigint primary key);
-- migrate:down
drop table orders;

-- good: nothing, and it says so
-- given: create table orders (id bigint primary key, notes text);
alter table orders drop column notes;
-- migrate:down
-- The notes are lost.
select 1;

-- good: no migration
-- option: plain
create table orders (id bigint primary key);
