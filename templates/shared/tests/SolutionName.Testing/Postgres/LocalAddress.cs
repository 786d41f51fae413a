using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Acme.Testing.Postgres;

/// <summary>Where a server that we start answers: a port of 127.0.0.1.</summary>
internal static class LocalAddress
{
    /// <summary>How to connect to it, as superuser.</summary>
    public static NpgsqlConnectionStringBuilder Connection(int port, string password) =>
        new() { Host = "127.0.0.1", Port = port, Username = "postgres", Password = password, Database = "postgres" };

    /// <summary>A port that nothing listens on.</summary>
    /// <param name="preferred">The one to take where it is free.</param>
    public static int FreePort(int? preferred = null)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, preferred ?? 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException) when (preferred is not null)
        {
            return FreePort();
        }
    }
}
