-- bad: a view in use
-- given: create materialized view sales.totals as select 1 as id;
refresh materialized view sales.totals;

-- bad: emptied
refresh materialized view sales.totals with no data;

-- good: concurrently
refresh materialized view concurrently sales.totals;

-- good: of a view that is new in the same transaction
create materialized view sales.totals as select 1 as id with no data;
refresh materialized view sales.totals;
