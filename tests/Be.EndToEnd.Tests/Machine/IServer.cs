namespace Be.EndToEnd.Tests;

/// <summary>A process that answers HTTP.</summary>
internal interface IServer
{
    /// <summary>Calls it.</summary>
    HttpClient Client { get; }

    /// <summary>What it has printed so far.</summary>
    string Output { get; }
}
