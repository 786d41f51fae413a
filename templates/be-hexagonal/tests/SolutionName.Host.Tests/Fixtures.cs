using Acme.Testing;

[assembly: AssemblyFixture(typeof(ApiFixture<Program>))]
