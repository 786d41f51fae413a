-- bad: none set, or another setting
-- expect: public.count_orders(customer bigint)
-- expect: public.close_orders()
create function count_orders(customer bigint) returns bigint language sql security definer as 'select customer';
create procedure close_orders() language plpgsql security definer set work_mem = '8MB' as 'begin null; end';

-- good: a fixed path, the caller's rights, or a body bound when it was made
create function count_orders() returns bigint language sql security definer set search_path = public, pg_temp as 'select 1::bigint';
create function count_lines() returns bigint language sql security definer set search_path = '' as 'select 1::bigint';
create function count_bills() returns bigint language sql as 'select 1::bigint';
create function count_notes() returns bigint language sql security definer begin atomic select 1::bigint; end;
