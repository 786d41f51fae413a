-- bad: put together
do $$
begin
    execute 'drop table ' || 'orders';
end
$$;

-- bad: in a loop
do $$
declare name text;
begin
    for name in select tablename from pg_tables where schemaname = 'sales' loop
        execute format('alter table sales.%I owner to postgres', name);
    end loop;
end
$$;

-- good: the statement itself
do $$
begin
    if not exists (select from pg_roles where rolname = 'reader') then
        create role reader;
    end if;
end
$$;

-- good: a string alone
do $$
begin
    execute 'create role reader';
end
$$;
