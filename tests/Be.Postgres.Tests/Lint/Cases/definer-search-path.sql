-- bad: a function
create function one() returns integer language sql security definer as 'select 1';

-- bad: a procedure
create or replace procedure clear() language plpgsql security definer as $$ begin null; end $$;

-- good: with a path of its own
create function one() returns integer language sql security definer set search_path = pg_catalog as 'select 1';

-- good: with the rights of the caller
create function one() returns integer language sql as 'select 1';
