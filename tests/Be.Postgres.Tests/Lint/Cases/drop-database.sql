-- bad: a database
-- migrate:up transaction:false
drop database shop;

-- bad: a database that may be gone
-- migrate:up transaction:false
drop database if exists shop with (force);

-- good: a schema
-- given: create schema shop;
drop schema shop;

-- good: a database is made
-- migrate:up transaction:false
create database shop;
