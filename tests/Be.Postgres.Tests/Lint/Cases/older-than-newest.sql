-- bad: an older one
-- option: newest 20260103000000
create table orders (id bigint primary key);

-- bad: older by far
-- option: newest 20300101000000
create table orders (id bigint primary key);

-- bad: another one of the same version
-- option: newest 20260102000000
create table orders (id bigint primary key);

-- good: the newest
-- option: newest 20260101000000
create table orders (id bigint primary key);

-- good: nobody said
create table orders (id bigint primary key);
