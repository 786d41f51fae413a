--- UnknownStatement
\connect shop;
--- UnknownStatement
\set ON_ERROR_STOP on
select 1;
--- UnknownStatement
\i other.sql
create table a (id int);
--- UnknownStatement
\copy sales.orders from 'orders.csv' csv;
--- UnknownStatement
\if :is_new
select 1;
--- UnknownStatement
creat table a (id int);
--- UnknownStatement
create table a (id int,);
--- UnknownStatement
alter table a add column b int add column c int;
--- UnknownStatement
alter table a alter column b set not nul;
--- UnknownStatement
create unique indx i on a (b);
--- UnknownStatement
create index i on a;
--- UnknownStatement
drop tabel a;
--- UnknownStatement
drop table a b;
--- UnknownStatement
update set a = 1;
--- UnknownStatement
delete orders;
--- UnknownStatement
insert orders values (1);
--- UnknownStatement
truncate table;
--- UnknownStatement
set lock_timeout '2s';
--- UnknownStatement
create type a as enum ('b' 'c',);
--- UnknownStatement
go;
--- UnknownStatement
use shop;
--- UnknownStatement
alter table a modify column b text;
--- UnknownStatement
create table a (id int) engine = innodb;
--- UnknownStatement
create function f() language sql as;
