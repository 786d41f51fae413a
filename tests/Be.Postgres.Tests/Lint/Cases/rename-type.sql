-- bad: a type in use
-- given: create type sales.status as enum ('draft', 'placed');
alter type sales.status rename to state;

-- bad: a value in use
-- given: create type sales.status as enum ('draft', 'placed');
alter type sales.status rename value 'placed' to 'ordered';

-- bad: a domain
-- given: create domain email as text;
alter domain email rename to address;

-- good: a new value
-- given: create type sales.status as enum ('draft', 'placed');
alter type sales.status add value 'paid' after 'placed';

-- good: another owner
-- given: create type sales.status as enum ('draft', 'placed');
alter type sales.status owner to postgres;
