namespace Be.Postgres.Review;

/// <summary>How many checkpoints there were, which PostgreSQL 17 moved.</summary>
internal static class CheckpointCounts
{
    private const int Moved = 17;

    /// <summary>For a <c>from</c>: <c>timed</c>, <c>requested</c>, <c>stats_reset</c>.</summary>
    public static string For(int version) =>
        version >= Moved
            ? "(select num_timed as timed, num_requested as requested, stats_reset from pg_stat_checkpointer)"
            : "(select checkpoints_timed as timed, checkpoints_req as requested, stats_reset from pg_stat_bgwriter)";
}
