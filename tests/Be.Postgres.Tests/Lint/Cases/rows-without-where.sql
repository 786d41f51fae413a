-- bad: an update
-- given: create table orders (id bigint primary key, currency text);
update orders set currency = 'EUR';

-- bad: a deletion
-- given: create table orders (id bigint primary key);
delete from orders;

-- bad: a where that is not its own
-- given: create table orders (id bigint primary key, currency text); create table places (id bigint primary key, currency text);
update orders set currency = (select currency from places where places.id = orders.id);

-- good: some rows
-- given: create table orders (id bigint primary key, currency text);
update orders set currency = 'EUR' where id < 100;

-- good: a new table
create table orders (id bigint primary key, currency text);
insert into orders (id) values (1);
update orders set currency = 'EUR';

-- good: rows that come
-- given: create table orders (id bigint primary key); create table purchases (id bigint primary key);
insert into orders select id from purchases;
