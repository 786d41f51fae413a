-- bad: a schema in use
-- given: create schema sales;
alter schema sales rename to billing;

-- bad: in capitals
-- given: create schema sales;
ALTER SCHEMA sales RENAME TO "Billing";

-- good: another owner
-- given: create schema sales;
alter schema sales owner to postgres;

-- good: a new schema beside the old one
-- given: create schema sales;
create schema billing;
