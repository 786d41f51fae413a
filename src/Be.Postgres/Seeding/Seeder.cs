using System.Diagnostics;
using Be.Scaffolding;
using Be.Scaffolding.Model;
using Npgsql;

namespace Be.Postgres.Seeding;

/// <summary>Fills the tables of a database with rows, all of them or none.</summary>
/// <param name="solution">The model.</param>
/// <param name="modules">The modules whose tables are in the database.</param>
/// <param name="request">What is asked for.</param>
internal sealed class Seeder(Solution solution, IReadOnlyCollection<Module> modules, SeedRequest request)
{
    private const int MadeUpOwners = 5;

    private readonly Dictionary<(string Module, string Entity), RowIds> ids = [];
    private readonly Dictionary<SeedTable, long> counts = [];
    private readonly List<SeedTable> tables =
    [
        .. modules.SelectMany(module => module.Entities.Select(entity => new SeedTable(solution, module, entity))),
    ];

    /// <param name="database">Where to.</param>
    /// <param name="onSeeded">Called after each table.</param>
    /// <param name="cancellationToken">Stops it; nothing is written.</param>
    public async Task<IReadOnlyList<SeededTable>> RunAsync(
        NpgsqlDataSource database,
        Action<SeededTable>? onSeeded,
        CancellationToken cancellationToken
    )
    {
        await using var session = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await session.BeginTransactionAsync(cancellationToken);
        var connection = new SeedConnection(session, cancellationToken);
        await connection.ExecuteAsync("set local lock_timeout = '5s'");
        await connection.ExecuteAsync("select set_config('audit.caller', 'be db seed', true)");

        var (ordered, late) = SeedOrder.Of(tables);
        var full = new HashSet<SeedTable>();
        foreach (var table in ordered)
        {
            if (await connection.HasRowsAsync(table))
                full.Add(table);
        }
        var chosen = Chosen(ordered);
        var replaced = request.Replace ? [.. WithReferring(chosen.Where(full.Contains))] : (HashSet<SeedTable>)[];
        var filled = ordered.Where(table => replaced.Contains(table) || (chosen.Contains(table) && !full.Contains(table))).ToList();
        if (replaced.Count > 0 && !request.DryRun)
            await connection.EmptyAsync(replaced);

        var owners = await OwnersAsync(connection);
        var done = new List<SeededTable>();
        foreach (var table in ordered)
        {
            var start = Stopwatch.GetTimestamp();
            ids[table.Key] = new RowIds();
            if (!filled.Contains(table))
                ids[table.Key] = await connection.IdsAsync(table);
            else if (!request.DryRun)
                await FillAsync(connection, table, late, owners);
            if (filled.Contains(table) || chosen.Contains(table))
                Done(table, Stopwatch.GetElapsedTime(start));
        }
        if (request.DryRun || filled.Count == 0)
            return done;
        foreach (var (table, field) in late.Where(one => filled.Contains(one.Table)))
            await CloseCircleAsync(connection, table, field);
        await transaction.CommitAsync(cancellationToken);
        await connection.AnalyzeAsync(filled);
        return done;

        void Done(SeedTable table, TimeSpan elapsed)
        {
            var outcome =
                replaced.Contains(table) ? SeedOutcome.Replaced
                : filled.Contains(table) ? SeedOutcome.Filled
                : SeedOutcome.Kept;
            var rows =
                outcome == SeedOutcome.Kept ? 0
                : request.DryRun ? request.Rows
                : counts[table];
            done.Add(new SeededTable(table.Name, outcome, rows, elapsed));
            onSeeded?.Invoke(done[^1]);
        }
    }

    private HashSet<SeedTable> Chosen(IReadOnlyList<SeedTable> ordered) =>
        [.. ordered.Where(table => request.Entities.Count == 0 || request.Entities.Contains(table.Entity.Name.Pascal))];

    /// <summary>Tables and those that refer to them, and so on: none can be emptied without them.</summary>
    private HashSet<SeedTable> WithReferring(IEnumerable<SeedTable> start)
    {
        var found = start.ToHashSet();
        var waiting = new Queue<SeedTable>(found);
        while (waiting.TryDequeue(out var target))
        {
            foreach (var table in tables.Where(table => table.References.Any(one => table.TargetOf(one.Type) == target.Key)))
            {
                if (found.Add(table))
                    waiting.Enqueue(table);
            }
        }
        return found;
    }

    private async Task<IReadOnlyList<Guid>> OwnersAsync(SeedConnection connection)
    {
        if (!tables.Exists(table => table.Entity.IsOwned))
            return [];
        var users = await connection.UsersAsync();
        var random = SeedRandom.Of(request.Seed, "owners");
        return users.Count > 0
            ? users
            : [.. Enumerable.Range(0, MadeUpOwners).Select(_ => SeedRandom.Uuid(random, SeedRow.Now.AddYears(-3)))];
    }

    private async Task FillAsync(
        SeedConnection connection,
        SeedTable table,
        IReadOnlySet<(SeedTable Table, Field Field)> late,
        IReadOnlyList<Guid> owners
    )
    {
        var theirs = OwnersOf(table, owners);
        foreach (var (field, type) in table.References.Where(one => !one.Field.Nullable))
        {
            if (Targets(table, type).Rows.Count == 0)
            {
                throw new UserError(
                    $"{table} needs a {field.Name.Words}, and there is no row of {type.Entity} to refer to.",
                    $"be db seed --entity {type.Entity} --entity {table.Entity.Name}"
                );
            }
        }
        var rows = new TableRows(table, late, type => Targets(table, type), request.Seed).Make(request.Rows, theirs, ids[table.Key]);
        counts[table] = await connection.CopyAsync(table, rows);
        if (!table.HasUuids)
            await connection.AdvanceIdentityAsync(table);
    }

    /// <summary>Those who have rows of all that theirs must refer to, no more than there are rows.</summary>
    private List<Guid> OwnersOf(SeedTable table, IReadOnlyList<Guid> owners)
    {
        if (!table.Entity.IsOwned)
            return [];
        var able = owners.AsEnumerable();
        foreach (var (_, type) in table.References.Where(one => !one.Field.Nullable))
        {
            if (Targets(table, type) is { Owners.Count: > 0 } targets)
                able = able.Intersect(targets.Owners);
        }
        var theirs = able.Take(request.Rows).ToList();
        return theirs.Count > 0
            ? theirs
            : throw new UserError($"Nobody has rows of all that {table} must refer to.", "be db seed --replace");
    }

    /// <summary>What a reference may lead to: rows of this database, or those that another service's database has after the same command.</summary>
    private RowIds Targets(SeedTable table, ReferenceType type)
    {
        var key = table.TargetOf(type);
        if (ids.TryGetValue(key, out var known))
            return known;
        var module = solution.Modules.Single(module => module.Name.Pascal == key.Module);
        var target = new SeedTable(solution, module, module.Entities.Single(entity => entity.Name.Pascal == key.Entity));
        var elsewhere = new RowIds();
        foreach (var row in SeedRow.Of(target, request.Rows, request.Seed, [Guid.Empty]))
        {
            if (row.DeletedAt is null)
                elsewhere.Add(row.Id, owner: null);
        }
        return ids[key] = elsewhere;
    }

    /// <summary>Most rows get a row to refer to, of the same owner; where it is unique, each another one.</summary>
    private async Task CloseCircleAsync(SeedConnection connection, SeedTable table, Field field)
    {
        var values = FieldValues.OfReference(table, field, request.Seed, Targets(table, (ReferenceType)field.Type));
        var references = new List<(object, object)>();
        foreach (var (index, (id, owner)) in ids[table.Key].Rows.Index())
        {
            var row = new SeedRow(index, Share: 1, id, owner, SeedRow.Now, DeletedAt: null, "", "");
            if (values.TryNext(row, out var target) && target is not null)
                references.Add((id, target));
        }
        await connection.ReferAsync(table, field, references);
    }
}
