-- bad: no commit
-- option: plain
begin;
create table orders (id bigint primary key);

-- bad: a second one without
-- option: plain
start transaction;
create table orders (id bigint primary key);
commit;
begin;
create table lines (id bigint primary key);

-- bad: only back to a savepoint
-- option: plain
begin;
savepoint here;
rollback to here;

-- good: begun and committed
-- option: plain
begin;
create table orders (id bigint primary key);
commit;

-- good: begun and taken back
-- option: plain
begin;
create table orders (id bigint primary key);
rollback;

-- good: none
-- option: plain
create table orders (id bigint primary key);
