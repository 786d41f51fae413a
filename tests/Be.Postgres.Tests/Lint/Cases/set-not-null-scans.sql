-- bad: nothing proves it
-- given: create table sales.orders (id bigint primary key, number text);
alter table sales.orders alter column number set not null;

-- bad: a check that is not valid proves nothing
-- given: create table sales.orders (id bigint primary key, number text);
-- given: alter table sales.orders add constraint a check (number is not null) not valid;
alter table sales.orders alter column number set not null;

-- bad: a check of another column proves nothing
-- given: create table sales.orders (id bigint primary key, number text, note text check (note is not null));
alter table sales.orders alter number set not null;

-- bad: a table that no migration made
alter table orders alter column number set not null, alter column number set default '';

-- bad: as a constraint
-- option: since 18
-- given: create table sales.orders (id bigint primary key, number text);
alter table sales.orders add constraint orders_number_not_null not null number;

-- good: a valid check proves it
-- given: create table sales.orders (id bigint primary key, number text);
-- given: alter table sales.orders add constraint a check (number is not null) not valid;
-- given: alter table sales.orders validate constraint a;
alter table sales.orders alter column number set not null;
alter table sales.orders drop constraint a;

-- good: it was not null before
-- given: create table sales.orders (id bigint primary key, number text not null);
alter table sales.orders alter column number set not null;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint primary key, number text);
alter table sales.orders alter column number set not null;

-- good: as a constraint that is not valid yet
-- option: since 18
-- given: create table sales.orders (id bigint primary key, number text);
alter table sales.orders add constraint orders_number_not_null not null number not valid;

-- good: a valid check proves it among other things
-- given: create table sales.orders (id bigint primary key, number text, note text, check ((number is not null) and note <> ''));
alter table sales.orders alter column number set not null;

-- bad: a check that says or proves nothing
-- given: create table sales.orders (id bigint primary key, number text, note text, check (number is not null or note is not null));
alter table sales.orders alter column number set not null;
