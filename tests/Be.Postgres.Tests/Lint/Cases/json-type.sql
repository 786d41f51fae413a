-- bad: a column of a new table
create table events (id bigint primary key, payload json not null default '{}');

-- bad: two columns
create table events (
    id bigint primary key, -- json is not meant here
    payload json,
    headers json[]
);

-- bad: a new column
-- given: create table events (id bigint primary key);
alter table events add column payload json;

-- bad: another type
-- given: create table events (id bigint primary key, payload text);
alter table events alter column payload type json using payload::json;

-- good: jsonb
create table events (id bigint primary key, payload jsonb not null);

-- good: a column of that name
create table events (id bigint primary key, json text);
