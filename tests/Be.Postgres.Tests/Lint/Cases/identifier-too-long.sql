-- bad: an index
-- given: create table sales.orders (id bigint primary key, number text);
create index an_index_that_says_everything_there_is_to_say_about_its_columns_idx on sales.orders (number);

-- bad: letters of two bytes
create table sales.ääääääääääääääääääääääääääääääää (id bigint primary key);

-- bad: a constraint
-- given: create table sales.orders (id bigint primary key, number text);
alter table sales.orders add constraint a_check_that_says_everything_there_is_to_say_about_its_column_number check (number <> '') not valid;

-- good: as long as it may be
create table sales.a23456789012345678901234567890123456789012345678901234567890123 (id bigint primary key);

-- good: short
-- given: create table sales.orders (id bigint primary key, number text);
create index orders_number_idx on sales.orders (number);
