-- bad: older than its files
-- expect: hstore
create extension hstore version '1.4';

-- good: as new as they are
create extension hstore;
