-- bad: two transactions
-- option: plain
begin;
create table orders (id bigint primary key);
commit;
begin;
create table lines (id bigint primary key);
commit;

-- bad: a commit in the middle
-- option: plain
create table orders (id bigint primary key);
commit;
create table lines (id bigint primary key);

-- bad: all of it taken back
-- option: plain
create table orders (id bigint primary key);
rollback;

-- good: a savepoint
-- option: plain
create table orders (id bigint primary key);
savepoint before_lines;
create table lines (id bigint primary key);
rollback to savepoint before_lines;

-- good: all of it in one
-- option: plain
set lock_timeout = '2s';
begin;
create table orders (id bigint primary key);
commit;

-- good: nothing about transactions
create table orders (id bigint primary key);
