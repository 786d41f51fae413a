using Acme.Platform.Tests;
using Acme.Testing;

[assembly: AssemblyFixture(typeof(ApiFixture))]
[assembly: AssemblyFixture(typeof(PlatformHost))]
