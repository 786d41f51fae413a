--- OtherStatement
explain (analyze, buffers, format json, settings on, costs off) select * from sales.orders where id = 1;
--- OtherStatement
explain analyze verbose update sales.orders set total = 1;
--- OtherStatement
explain create table x as select 1;
--- OtherStatement
analyze verbose sales.orders (total, status), sales.lines;
--- OtherStatement
analyze (skip_locked, verbose false);
--- Vacuum
vacuum (full, freeze, analyze, parallel 2, index_cleanup auto) sales.orders (id);
--- Vacuum
vacuum freeze verbose analyze sales.orders;
--- Vacuum
vacuum;
--- TransactionControl
begin transaction isolation level repeatable read, read only, deferrable;
--- TransactionControl
begin work;
--- TransactionControl
start transaction read write;
--- TransactionControl
commit and chain;
--- TransactionControl
end transaction;
--- TransactionControl
rollback work to savepoint a;
--- TransactionControl
abort;
--- TransactionControl
savepoint "My Point";
--- TransactionControl
release savepoint a;
--- TransactionControl
prepare transaction 'two phase';
--- TransactionControl
commit prepared 'two phase';
--- TransactionControl
rollback prepared 'two phase';
--- OtherStatement
set transaction isolation level serializable read only;
--- OtherStatement
set transaction snapshot '00000003-0000001B-1';
--- OtherStatement
set session characteristics as transaction isolation level repeatable read;
--- OtherStatement
set constraints orders_customer_id_fkey, billing.other deferred;
--- OtherStatement
set constraints all immediate;
--- SetSetting
set local statement_timeout = '60s';
--- SetSetting
set session search_path to sales, "$user", public;
--- SetSetting
set app.tenant = 'it''s';
--- SetSetting
set local time zone interval '-08:00' hour to minute;
--- SetSetting
set names 'utf8';
--- SetSetting
set xml option document;
--- SetSetting
set work_mem to default;
--- SetSetting
set schema 'sales';
--- SetSetting
set seed to 0.5;
--- SetSetting
reset all;
--- OtherStatement
show all;
--- OtherStatement
show transaction isolation level;
--- LockTables
lock table only sales.orders, sales.lines in share row exclusive mode nowait;
--- LockTables
lock sales.orders;
--- OtherStatement
listen "Order Placed";
--- OtherStatement
notify orders, 'id=1; status=placed';
--- OtherStatement
unlisten *;
--- OtherStatement
prepare orders_of (uuid, text) as select * from sales.orders where customer_id = $1 and number like $2 || '%';
--- OtherStatement
execute orders_of('8c9a6d3e-0000-7000-8000-000000000000', 'A');
--- OtherStatement
deallocate prepare all;
--- OtherStatement
declare my_cursor binary insensitive no scroll cursor with hold for select * from sales.orders for update;
--- OtherStatement
fetch backward 10 from my_cursor;
--- OtherStatement
fetch absolute -1 in my_cursor;
--- OtherStatement
move forward all in my_cursor;
--- OtherStatement
close all;
--- OtherStatement
discard plans;
--- OtherStatement
load 'auto_explain';
--- OtherStatement
checkpoint;
--- OtherStatement
alter system set shared_buffers = '1GB';
--- OtherStatement
alter system reset all;
