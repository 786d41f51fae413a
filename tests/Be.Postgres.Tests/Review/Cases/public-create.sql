-- bad: the schema public as it was before version 15, and one of one's own
-- expect: public
-- expect: "Sales"
create schema "Sales";
grant create on schema public, "Sales" to public;

-- good: revoked
revoke create on schema public from public;
create schema sales;
grant usage on schema sales to public;
