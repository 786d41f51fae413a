--- CreateOther
create trigger orders_touch before insert or update of total, status on sales.orders for each row execute function sales.touch();
--- CreateOther
create or replace trigger orders_log after delete on sales.orders referencing old table as gone for each statement execute function audit.record('orders', '1');
--- CreateOther
create trigger orders_changed after update on sales.orders referencing old table as before new table as after for each statement execute procedure audit.compare();
--- CreateOther
create constraint trigger lines_balance after insert or update or delete on sales.lines from sales.orders
    deferrable initially deferred for each row when (pg_trigger_depth() = 0) execute function sales.check_balance();
--- CreateOther
create trigger view_insert instead of insert on sales.order_view for each row execute function sales.insert_order();
--- CreateOther
create trigger when_changed after update on sales.orders for each row when (old.* is distinct from new.* and (new.total > 0 or old.total > 0)) execute function f();
--- CreateOther
create trigger no_truncate before truncate on sales.orders execute function refuse();
--- CreateOther
create event trigger no_drops on ddl_command_start when tag in ('DROP TABLE', 'DROP SCHEMA') execute function refuse_drop();
--- OtherStatement
alter event trigger no_drops disable;
--- OtherStatement
alter trigger orders_touch on sales.orders rename to orders_touch_updated_at;
--- OtherStatement
alter trigger orders_touch on sales.orders no depends on extension plpgsql;
--- Drop
drop trigger if exists orders_touch on sales.orders cascade;
--- Drop
drop event trigger if exists no_drops;
--- CreateOther
create policy own_orders on sales.orders as restrictive for update to app, current_user using (customer_id = current_setting('app.customer')::uuid) with check (total < 1000);
--- CreateOther
create policy everybody_reads on sales.orders for select to public using (true);
--- CreateOther
create policy by_subquery on sales.orders using (exists (select from sales.members m where m.order_id = id and m.name = current_user));
--- OtherStatement
alter policy own_orders on sales.orders rename to own;
--- OtherStatement
alter policy own_orders on sales.orders to app using (true) with check (false);
--- Drop
drop policy if exists own_orders on sales.orders;
--- CreateOther
create or replace rule protect as on delete to sales.orders where old.status = 'paid' do instead nothing;
--- CreateOther
create rule log_changes as on update to sales.orders do also (insert into log values (old.id); insert into log values (new.id));
--- CreateOther
create rule "_RETURN" as on select to old_view do instead select * from sales.orders;
--- Drop
drop rule protect on sales.orders restrict;
