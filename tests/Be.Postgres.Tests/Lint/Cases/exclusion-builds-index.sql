-- bad: a constraint
-- given: create table rooms.bookings (id bigint primary key, room integer, during tstzrange);
alter table rooms.bookings add constraint bookings_overlap exclude using gist (room with =, during with &&);

-- bad: for some rows only
-- given: create table rooms.bookings (id bigint primary key, room integer, during tstzrange, deleted_at timestamptz);
alter table rooms.bookings add exclude using gist (during with &&) where (deleted_at is null);

-- good: of a table that is new in the same transaction
create table rooms.bookings (id bigint primary key, room integer, during tstzrange);
alter table rooms.bookings add constraint bookings_overlap exclude using gist (room with =, during with &&);

-- good: with the table
create table rooms.bookings (id bigint primary key, during tstzrange, exclude using gist (during with &&));
