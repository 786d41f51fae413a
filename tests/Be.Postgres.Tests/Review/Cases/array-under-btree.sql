-- bad: alone, and beside another column
-- expect: public.orders_tags
-- expect: public.orders_number_tags
create table orders (id bigint primary key, number text, tags text[]);
create index orders_tags on orders (tags);
create index orders_number_tags on orders (number, tags);

-- good: gin, or unique
create table orders (id bigint primary key, number text, tags text[]);
create index on orders using gin (tags);
create unique index on orders (tags);
create index on orders (number) include (tags);
