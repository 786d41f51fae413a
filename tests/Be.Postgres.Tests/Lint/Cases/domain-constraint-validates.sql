-- bad: a check
-- given: create domain email as text;
alter domain email add constraint email_check check (value like '%_@_%');

-- bad: a check without a name
-- given: create domain sales.quantity as integer;
alter domain sales.quantity add check (value > 0);

-- good: not valid
-- given: create domain email as text;
alter domain email add constraint email_check check (value like '%_@_%') not valid;

-- good: a new domain
create domain email as text;
alter domain email add constraint email_check check (value like '%_@_%');

-- good: validated later
-- given: create domain email as text;
alter domain email validate constraint email_check;
