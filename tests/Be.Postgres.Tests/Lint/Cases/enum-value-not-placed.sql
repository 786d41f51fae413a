-- bad: at the end
-- given: create type mood as enum ('sad', 'happy');
alter type mood add value 'content';

-- bad: at the end, if it is not there
-- given: create type mood as enum ('sad', 'happy');
alter type mood add value if not exists 'content';

-- good: before another
-- given: create type mood as enum ('sad', 'happy');
alter type mood add value 'content' before 'happy';

-- good: after another
-- given: create type mood as enum ('sad', 'happy');
alter type mood add value if not exists 'content' after 'sad';
