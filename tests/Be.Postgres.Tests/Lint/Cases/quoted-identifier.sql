-- bad: capitals
create table "Orders" (id bigint primary key);

-- bad: a reserved word
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column "order" text;

-- bad: a space, in a new name
-- given: create table sales.orders (id bigint primary key, notes text);
alter table sales.orders rename column notes to "my notes";

-- good: snake case
create table sales.order_lines (id bigint primary key, "quantity" int);

-- good: capitals that fold
create table Sales.Orders (Id bigint primary key);

-- good: letters of other languages
create table größen (id bigint primary key, naïve$1 text);

-- good: an extension has its name from elsewhere
create extension if not exists "uuid-ossp";
