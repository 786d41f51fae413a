namespace Be.Scaffolding.Model;

/// <summary>A service that another one calls over HTTP.</summary>
/// <param name="To">The service that is called.</param>
public sealed record Client(Name To);
