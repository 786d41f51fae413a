using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Json;

public sealed class WritingBeJson
{
    private const string Text = """
        {
          "$schema": "./.be/be.schema.json",
          "version": 1,
          "name": "Shop",
          "layout": "monolith",
          "templates": "1.0.0",
          "options": {
            "errors": "envelope",
            "ids": "uuid",
            "docker": true,
            "kubernetes": false,
            "ci": "none",
            "messaging": "inprocess",
            "requireIfMatch": false,
            "auth": "none"
          },
          "modules": [
            { "name": "Crm", "entities": [] },
            {
              "name": "Sales",
              "entities": [
                {
                  "name": "Customer",
                  "plural": "Customers",
                  "fields": [ "name:string(100)", "contact:email:unique" ]
                },
                {
                  "name": "Order",
                  "plural": "Orders",
                  "traits": [ "audited" ],
                  "sorts": [ "-placedAt,number" ],
                  "fields": [
                    "number:string(32):unique",
                    "total:decimal(18,2)",
                    "status:enum(draft,placed,paid)=draft",
                    "customer:ref(Customer, restrict)",
                    "placedAt:timestamp?:index",
                    "notes:text?"
                  ]
                }
              ]
            }
          ]
        }

        """;

    [Fact]
    public void GivesTheSameBytesForWhatItWrote() => Assert.Equal(Text, BeJson.Write(BeJson.Parse(Text)));

    [Fact]
    public void GivesOneTextHoweverTheFileWasLaidOut()
    {
        const string asInTheManual = """
            {
              "version": 1, "name": "Shop", "layout": "monolith", "templates": "1.0.0",
              "options": { "ci": "none", "docker": true, "errors": "envelope", "ids": "uuid" },
              "modules": [ { "name": "crm", "entities": [] },
                { "name": "Sales",
                  "entities": [
                    { "name": "Customer", "fields": [ "Name:string( 100 )", "contact:email:unique" ] },
                    { "name": "Order", "plural": "Orders", "traits": [ "audited" ], "sorts": [ "-placedAt,number" ],
                      "fields": [ "number:string(32):unique", "total:decimal(18,2)", "status:enum(draft,placed,paid)=draft",
                                  "customer:ref(Sales.Customer)", "placedAt:timestamp?:index", "notes:text?" ] } ] } ]
            }
            """;

        Assert.Equal(Text, BeJson.Write(BeJson.Parse(asInTheManual)));
    }

    [Fact]
    public void KeepsTheNameAsTyped()
    {
        var solution = Models.Shop with { Name = "Ünïcode \U0001F600 & 'Söhne'" };

        Assert.Contains("\"name\": \"Ünïcode \U0001F600 & 'Söhne'\",", BeJson.Write(solution), StringComparison.Ordinal);
        Assert.Equal(solution.Name, BeJson.Parse(BeJson.Write(solution)).Name);
    }

    [Fact]
    public void PutsAShortListOnOneLineAndALongOneOnManyAtAHundredColumns()
    {
        var text = BeJson.Write(Models.Shop.Entity("Order", string.Join(' ', Enumerable.Range(1, 9).Select(i => $"f{i}:int"))));

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains("          \"fields\": [\n            \"f1:int\",\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WritesEveryOption()
    {
        var solution = Models.Shop with
        {
            Layout = Layout.Microservices,
            Options = new Options(Ids.Bigint, Errors.Problem, Docker: false, Ci.Github, Messaging.RabbitMq, Gateway.None)
            {
                Kubernetes = true,
                RequireIfMatch = true,
            },
        };

        var text = BeJson.Write(solution);

        Assert.Contains(
            """
              "options": {
                "errors": "problem",
                "ids": "bigint",
                "docker": false,
                "kubernetes": true,
                "ci": "github",
                "messaging": "rabbitmq",
                "requireIfMatch": true,
                "auth": "none",
                "gateway": "none"
              },
            """,
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(solution.Options, BeJson.Parse(text).Options);
        Assert.Equal(solution.Options, BeJson.Parse(BeJson.Write(solution)).Options);
    }

    [Fact]
    public void WritesThatThereAreAccounts()
    {
        var solution = Models.Shop with { Options = Models.Shop.Options with { Auth = Auth.Accounts } };

        Assert.Contains("\"auth\": \"accounts\"", BeJson.Write(solution), StringComparison.Ordinal);
        Assert.Equal(solution.Options, BeJson.Parse(BeJson.Write(solution)).Options);
    }
}
