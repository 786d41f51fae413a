--- CreateOther
create role app with login password 'it''s; secret' valid until '2027-01-01' connection limit 10 nosuperuser in role readers, writers;
--- CreateOther
create user reporting password null noinherit;
--- CreateOther
create group staff with user alice, bob admin carol;
--- OtherStatement
alter role app set search_path to sales, public;
--- OtherStatement
alter role all in database shop reset all;
--- OtherStatement
alter user reporting with nologin nobypassrls;
--- OtherStatement
alter group staff add user dave;
--- Rename
alter role app rename to application;
--- Drop
drop role if exists app, reporting;
--- OtherStatement
grant select, insert (number, total), update on table sales.orders, sales.lines to app, public with grant option granted by current_user;
--- OtherStatement
grant usage, select on all sequences in schema sales, billing to app;
--- OtherStatement
grant all privileges on schema sales to group staff;
--- OtherStatement
grant execute on function sales.total_of(bigint), quote(text) to app;
--- OtherStatement
grant readers, writers to app, reporting with admin option;
--- OtherStatement, since 16
grant readers to app with inherit true, set false granted by current_role;
--- OtherStatement, since 15
grant set, alter system on parameter work_mem to app;
--- OtherStatement
revoke grant option for all on database shop from public cascade;
--- OtherStatement
revoke admin option for readers from app granted by current_user restrict;
--- OtherStatement
revoke execute on all routines in schema sales from public;
--- OtherStatement
alter default privileges for role app in schema sales grant select on tables to readers;
--- OtherStatement
alter default privileges revoke execute on functions from public;
--- OtherStatement
reassign owned by retired, current_user to app;
--- OtherStatement
drop owned by retired cascade;
--- OtherStatement
set role none;
--- OtherStatement
set session authorization default;
