using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Tests.Planning;

public sealed class PrintingAChangeSetAsJson
{
    [Fact]
    public void GivesEveryVisibleChange() =>
        Assert.Equal(
            """
            {
              "changes": [
                {
                  "path": "a.txt",
                  "kind": "create",
                  "before": null,
                  "after": "line\n"
                },
                {
                  "path": "b.txt",
                  "kind": "conflict",
                  "before": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                  "after": null,
                  "note": "there is a file in the way"
                }
              ]
            }

            """,
            new ChangeSet([
                new Change(".be/applied.json", ChangeKind.Create, null, "{}"),
                new Change("a.txt", ChangeKind.Create, null, "line\n"),
                new Change("b.txt", ChangeKind.Conflict, "foo", null)
                {
                    Note = "there is a file in the way",
                    Conflict = new Conflict("m", "f"),
                },
            ]).ToJson()
        );
}
