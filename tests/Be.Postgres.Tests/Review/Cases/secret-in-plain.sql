-- bad: by name
-- expect: public.users.password
-- expect: public.users.api_key
-- expect: public.users.iban
-- expect: public.users.reset_token
create table users (id bigint primary key, password text, api_key varchar(64), iban text, reset_token text);

-- good: hashes, ids, other types
create table users (
    id bigint primary key,
    password_hash text,
    token_digest text,
    secret bytea,
    token_id text,
    passwords_tried int,
    password_hint text,
    card_number_type text
);
