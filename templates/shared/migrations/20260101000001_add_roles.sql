-- migrate:up
set local lock_timeout = '2s';
set local statement_timeout = '60s';

-- Who registers is a member, which grants nothing until an administrator says what.
insert into accounts.roles (name) values ('administrator'), ('member');
insert into accounts.role_permissions (role, permission) values ('administrator', '*');

-- migrate:down
set local lock_timeout = '2s';
set local statement_timeout = '60s';

-- Users lose these roles.
delete from accounts.roles where name in ('administrator', 'member');
