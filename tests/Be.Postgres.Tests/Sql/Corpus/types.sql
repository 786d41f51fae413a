--- CreateType
create type sales.order_status as enum ('draft', 'placed', 'it''s paid', E'tab\there');
--- CreateType
create type empty_enum as enum ();
--- CreateType
create type geo.point_type as (x double precision, y double precision, label text collate "C");
--- CreateType
create type nothing_type as ();
--- CreateType
create type money_range as range (subtype = numeric, subtype_diff = numeric_diff, multirange_type_name = money_multirange);
--- CreateType
create type shell_type;
--- CreateType
create type box_type (input = box_in_function, output = box_out_function, internallength = 16, element = float4, alignment = double, like = box);
--- AddEnumValue
alter type sales.order_status add value if not exists 'shipped' after 'placed';
--- AddEnumValue
alter type sales.order_status add value $$cancelled$$;
--- RenameEnumValue
alter type sales.order_status rename value 'draft' to 'new';
--- OtherStatement
alter type geo.point_type add attribute z double precision cascade, drop attribute if exists label, alter attribute x set data type numeric;
--- OtherStatement
alter type geo.point_type rename attribute x to longitude cascade;
--- Rename
alter type geo.point_type rename to place;
--- OtherStatement
alter type sales.order_status set schema public;
--- CreateType
create domain email as text collate "C" default 'nobody@example.com' constraint has_at check (value ~ '^[^@]+@[^@]+$') not null;
--- CreateType
create domain positive numeric(18, 2)[] check (0 < all (value)) check (array_length(value, 1) < 10);
--- AddDomainConstraint
alter domain email add constraint short check (length(value) < 255 and value is not null) not valid;
--- OtherStatement
alter domain email drop constraint if exists short cascade;
--- OtherStatement
alter domain email set default 'x@y.z';
--- OtherStatement
alter domain email rename constraint short to is_short;
--- Rename
alter domain email rename to mail;
--- Drop
drop domain if exists email cascade;
--- Drop
drop type sales.order_status, geo.point_type restrict;
--- CreateOther
create sequence if not exists sales.numbers as integer increment -1 minvalue -100 no maxvalue start with -1 cache 10 no cycle owned by none;
--- CreateOther
create temporary sequence counter;
--- OtherStatement
alter sequence sales.numbers owned by sales.orders.number;
--- OtherStatement
alter sequence if exists sales.numbers restart;
--- Drop
drop sequence sales.numbers;
