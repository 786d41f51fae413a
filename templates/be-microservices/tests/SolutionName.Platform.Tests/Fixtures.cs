using Acme.Platform.Tests;

[assembly: AssemblyFixture(typeof(PlatformHost))]
[assembly: AssemblyFixture(typeof(TestServer))]
