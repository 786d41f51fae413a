-- bad: a new table
create unlogged table sessions (id uuid primary key);

-- bad: a table in use
-- given: create table sessions (id uuid primary key);
alter table sessions set unlogged;

-- good: a table as any other
create table sessions (id uuid primary key);

-- good: logged from now on
-- given: create unlogged table sessions (id uuid primary key);
alter table sessions set logged;
