// What somebody writes who wants no more than speed: the same requests and answers as the generated API, and nothing around them.
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Default")!));
var app = builder.Build();

const string columns = "id, number, total, status, placed_at, notes, created_at, updated_at";

app.MapGet("/api/v1/orders/{id:guid}", async (Guid id, NpgsqlDataSource database, CancellationToken cancellationToken) =>
{
    await using var command = database.CreateCommand($"select {columns} from bench.orders where id = $1");
    command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
    await using var rows = await command.ExecuteReaderAsync(cancellationToken);
    return await rows.ReadAsync(cancellationToken) ? Results.Ok(Order.Read(rows)) : Results.NotFound();
});

app.MapGet("/api/v1/orders", async (int? limit, NpgsqlDataSource database, CancellationToken cancellationToken) =>
{
    await using var command = database.CreateCommand($"select {columns} from bench.orders order by id limit $1");
    command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit ?? 20 });
    await using var rows = await command.ExecuteReaderAsync(cancellationToken);
    var data = new List<Order>();
    while (await rows.ReadAsync(cancellationToken))
        data.Add(Order.Read(rows));

    return Results.Ok(new { data });
});

app.MapPost("/api/v1/orders", async (NewOrder order, NpgsqlDataSource database, CancellationToken cancellationToken) =>
{
    await using var command = database.CreateCommand(
        $"""
        insert into bench.orders (id, number, total, status, placed_at, notes) values ($1, $2, $3, $4, $5, $6)
        returning {columns}
        """);
    command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
    command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = order.Number });
    command.Parameters.Add(new NpgsqlParameter<decimal> { TypedValue = order.Total });
    command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = order.Status });
    command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = order.PlacedAt });
    command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = order.Notes });
    await using var rows = await command.ExecuteReaderAsync(cancellationToken);
    await rows.ReadAsync(cancellationToken);
    var created = Order.Read(rows);
    return Results.Created($"/api/v1/orders/{created.Id}", created);
});

app.Run();

internal sealed record NewOrder(string Number, decimal Total, string Status, DateTimeOffset? PlacedAt, string? Notes);

internal sealed record Order(
    Guid Id, string Number, decimal Total, string Status, DateTimeOffset? PlacedAt, string? Notes, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static Order Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetDecimal(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.GetFieldValue<DateTimeOffset>(6),
        row.GetFieldValue<DateTimeOffset>(7));
}
