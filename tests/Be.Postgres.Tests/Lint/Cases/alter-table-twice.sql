-- bad: two columns
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text;
alter table sales.orders add column code text;

-- bad: a column and its constraint
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text;
alter table sales.orders add constraint orders_note_check check (char_length(note) <= 100) not valid;

-- bad: two columns that go
-- given: create table sales.orders (id bigint primary key, note text, code text);
alter table sales.orders drop column note;
alter table sales.orders drop column code;

-- good: one statement
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text, add column code text;

-- good: two tables
-- given: create table sales.orders (id bigint primary key); create table sales.customers (id bigint primary key);
alter table sales.orders add column note text;
alter table sales.customers add column note text;

-- good: a default for the rows that are there only
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column status text not null default 'old';
alter table sales.orders alter column status drop default;

-- good: a check that proves is dropped after
-- given: create table sales.orders (id bigint primary key, number text constraint a check (number is not null));
alter table sales.orders alter column number set not null;
alter table sales.orders drop constraint a;

-- good: a name stands alone
-- given: create table sales.orders (id bigint primary key, note text);
alter table sales.orders rename column note to remark;
alter table sales.orders add column code text;

-- good: validated one by one
-- given: create table sales.orders (id bigint primary key, total numeric, tax numeric);
-- given: alter table sales.orders add constraint a check (total >= 0) not valid, add constraint b check (tax >= 0) not valid;
alter table sales.orders validate constraint a;
alter table sales.orders validate constraint b;

-- good: a table that is new in the same transaction
create table sales.orders (id bigint primary key);
alter table sales.orders add column note text;
alter table sales.orders add column code text;
