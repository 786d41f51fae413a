namespace Be.Postgres.Review.Rules;

internal sealed class ReplicationSlotBehind : ReviewRule
{
    public override string Id => "replication-slot-behind";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Now;

    public override string Title => "A replication slot keeps old log.";

    public override string Why =>
        "The server keeps all of its write-ahead log, and for a logical slot dead catalogue rows, until the consumer has read it: a full "
        + "disk stops the database. PostgreSQL manual, \"Replication Slots\"; max_slot_wal_keep_size.";

    public override string Instead =>
        """
            bring the consumer back; if there is none any more: select pg_drop_replication_slot('…')
            and a limit: alter system set max_slot_wal_keep_size = '…'; select pg_reload_conf();
            """;

    public override string Sql =>
        """
            select
                s.slot_name::text as subject,
                format(
                    '%s, %s; it keeps %s of log%s', s.slot_type, case when s.active then 'active' else 'nobody reads it' end,
                        pg_size_pretty(greatest(s.kept, 0)),
                    case s.wal_status when 'lost' then '; what it needs is gone' else '' end
                ) as detail,
                greatest(s.kept, 0)::float8 as weight,
                case when s.kept > 1024 * 1024 * 1024 then 'now' else 'soon' end as urgency
            from (
                select
                    *,
                    pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_receive_lsn() else pg_current_wal_lsn() end,
                    restart_lsn)::bigint as kept
                from pg_replication_slots
                where not temporary
            ) as s
            where not s.active or s.kept > 1024 * 1024 * 1024
            order by weight desc, subject
            """;
}
