-- bad: as a default
-- given: create type mood as enum ('sad', 'happy'); create table people (id bigint primary key, mood mood);
alter type mood add value 'content' after 'sad';
alter table people alter column mood set default 'content';

-- bad: in the body of a block
-- given: create type mood as enum ('sad', 'happy'); create table people (id bigint primary key, mood mood);
alter type mood add value 'content' after 'sad';
do $$ begin update people set mood = 'content' where mood is null; end $$;

-- good: another value is used
-- given: create type mood as enum ('sad', 'happy'); create table people (id bigint primary key, mood mood);
alter type mood add value 'content' after 'sad';
alter table people alter column mood set default 'happy';

-- good: a type of the same transaction
create type mood as enum ('sad', 'happy');
alter type mood add value 'content' after 'sad';
create table people (id bigint primary key, mood mood default 'content');

-- good: values that are placed by each other
-- given: create type mood as enum ('sad', 'happy');
alter type mood add value 'content' after 'sad';
alter type mood add value 'cheerful' after 'content';
