using Acme.Platform.Tests;
using Acme.Testing;

[assembly: AssemblyFixture(typeof(ApiFixture<Program>))]
[assembly: AssemblyFixture(typeof(PlatformHost))]
[assembly: AssemblyFixture(typeof(TestServer))]
