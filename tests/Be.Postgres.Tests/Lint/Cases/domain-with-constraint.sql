-- bad: a check
create domain email as text check (value like '%_@_%');

-- bad: a check with a name
create domain sales.quantity as integer constraint quantity_check check (value > 0);

-- good: no constraint
create domain email as text;

-- good: a check of the table
create table customers (id bigint primary key, email text not null check (email like '%_@_%'));
