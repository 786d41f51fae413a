-- bad: of one and of several
-- expect: public.orders.currency
-- expect: public.orders.kind
create table orders (id bigint primary key, currency char(3), kind char);

-- good: text, varchar, the one byte of the catalogue, and what another rule is about
create table orders (id bigint primary key, currency text, kind varchar(3), flag "char", key char(36));
