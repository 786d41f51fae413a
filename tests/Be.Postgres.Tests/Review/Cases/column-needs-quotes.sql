-- bad: capitals, spaces, words of SQL
-- expect: public."Orders"
-- expect: public.lines
-- expect: public."group"
create table "Orders" (id bigint primary key);
create table lines (id bigint primary key, "Order Id" bigint, "user" text, "placedAt" timestamptz);
create table "group" (id bigint primary key);

-- good: snake_case, and words that a column may be called
create table orders (id bigint primary key, placed_at timestamptz, position int, name text, value int, _2fa text);
