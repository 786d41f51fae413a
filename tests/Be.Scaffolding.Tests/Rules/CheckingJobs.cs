using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Rules;

public sealed class CheckingJobs
{
    private static readonly Solution Orders = Models.Shop.Entity("Order", "number:int", module: "Sales").Event("OrderPlaced", "order:uuid");

    [Theory]
    [InlineData("Order", "an entity")]
    [InlineData("Orders", "the plural of an entity")]
    [InlineData("OrderPlaced", "an event")]
    [InlineData("Sales", "a module")]
    [InlineData("Platform", "a part of the solution")]
    [InlineData("Task", "a type that its code needs")]
    [InlineData("IJob", "a type that its code needs")]
    [InlineData("Jobs", "a type that its code needs")]
    public void RefusesANameThatItsCodeCouldNotTell(string name, string what) =>
        AssertRefused(
            () => Orders.Job(name),
            $"Job {name}: {name} is the name of {what} too.",
            $"Name it after what it does, such as Check{name}."
        );

    [Theory]
    [InlineData("sendreminder", "its type Sendreminder is one of the job SendReminder too.")]
    [InlineData("SendReminderArguments", "its type SendReminderArguments is one of the job SendReminder too.")]
    public void RefusesAClassTwice(string name, string problem) =>
        AssertRefused(() => Orders.Job("SendReminder").Job(name), $"Job {Name.Parse(name)}: {problem}", "Give one of them another name.");

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("0 3 * * *")]
    [InlineData("*/15 9-17 1,15 JAN-MAR,dec *")]
    [InlineData("5/20 0-23/6 * 1-12/3 mon,3,5-7")]
    [InlineData("0 0 29 2 *")]
    [InlineData("0 0 31 2 1")]
    [InlineData("0 0 31 feb,mar *")]
    [InlineData("0 0 28-31 2 *")]
    [InlineData("0 0 31 2-3 *")]
    [InlineData("0 0 31 2/2,7 *")]
    [InlineData("0 0 0 L 2 ?")]
    [InlineData("0 0 0 LW 2 ?")]
    [InlineData("*/10 * * * * ?")]
    [InlineData("0 0 3 LW * ?")]
    [InlineData("0 0 3 15W * ?")]
    [InlineData("0 0 3 ? * 6L")]
    [InlineData("0 0 3 ? * 1#2")]
    public void TakesASchedule(string cron) => Assert.Equal(cron, Orders.Job("CloseOrders", cron).Modules[0].Jobs.Single().Cron);

    [Theory]
    [InlineData("", "'' has 0 fields instead of 5.")]
    [InlineData("daily", "'daily' has 1 field instead of 5.")]
    [InlineData("0 3 * *", "'0 3 * *' has 4 fields instead of 5.")]
    [InlineData("60 * * * *", "'60 * * * *': '60' is no minute (0-59).")]
    [InlineData("0 24 * * *", "'0 24 * * *': '24' is no hour (0-23).")]
    [InlineData("0 0 0 * *", "'0 0 0 * *': '0' is no day of the month (1-31).")]
    [InlineData("0 0 1 13 *", "'0 0 1 13 *': '13' is no month (1-12).")]
    [InlineData("0 0 * * 8", "'0 0 * * 8': '8' is no day of the week (0-7).")]
    [InlineData("0 0 * * someday", "'0 0 * * someday': 'someday' is no day of the week (0-7).")]
    [InlineData("0 9-8 * * *", "'0 9-8 * * *': '9-8' is no hour (0-23).")]
    [InlineData("0 1-2-3 * * *", "'0 1-2-3 * * *': '1-2-3' is no hour (0-23).")]
    [InlineData("*/0 * * * *", "'*/0 * * * *': '*/0' is no minute (0-59).")]
    [InlineData("*/60 * * * *", "'*/60 * * * *': '*/60' is no minute (0-59).")]
    [InlineData("*/5/5 * * * *", "'*/5/5 * * * *': '*/5/5' is no minute (0-59).")]
    [InlineData("1,,2 * * * *", "'1,,2 * * * *': '' is no minute (0-59).")]
    [InlineData("? * * * *", "'? * * * *': '?' is no minute (0-59).")]
    [InlineData("0 0 L * *", "'0 0 L * *': 'L' is no day of the month (1-31).")]
    [InlineData("0 0 3 ? * 0", "'0 0 3 ? * 0': '0' is no day of the week (1-7).")]
    [InlineData("0 0 31 2,4 *", "'0 0 31 2,4 *': no such month has a day 31.")]
    [InlineData("0 0 30-31 2 *", "'0 0 30-31 2 *': no such month has a day 30.")]
    [InlineData("0 0 31/2 4-6/2,9 *", "'0 0 31/2 4-6/2,9 *': no such month has a day 31.")]
    [InlineData("0 0 0 31W 4 ?", "'0 0 0 31W 4 ?': no such month has a day 31.")]
    [InlineData("0 0 30 FEB ?", "'0 0 30 FEB ?': '?' is no day of the week (0-7).")]
    [InlineData("0 0 0 30 FEB ?", "'0 0 0 30 FEB ?': no such month has a day 30.")]
    public void RefusesASchedule(string cron, string problem)
    {
        const string remedy =
            "Write minute, hour, day of the month, month, day of the week, in UTC: \"0 3 * * *\" is every day at 3:00, \"*/15 * * * 1-5\" every quarter of an hour from Monday to Friday.";

        AssertRefused(() => Orders.Job("CloseOrders", cron), $"--cron: {problem}", remedy);
    }

    [Theory]
    [InlineData("\"cron\": \"0 3 * * *\"", "\"cron\": \"0 25 * * *\"", "modules[0].jobs[0].cron: '0 25 * * *': '25' is no hour (0-23).")]
    [InlineData("\"cron\": \"0 3 * * *\"", "\"cron\": 3", "modules[0].jobs[0].cron: is 3.")]
    [InlineData("\"exclusive\": true", "\"exclusive\": 1", "modules[0].jobs[0].exclusive: is 1.")]
    [InlineData("\"exclusive\": true", "\"single\": true", "modules[0].jobs[0]: there is no member \"single\" here.")]
    [InlineData("\"CloseOrders\"", "\"Order\"", "modules[0].jobs[0]: Order is the name of an entity too.")]
    public void NamesThePlaceInTheFile(string text, string instead, string problem)
    {
        var broken = BeJson.Write(Orders.Job("CloseOrders", "0 3 * * *", exclusive: true)).Replace(text, instead, StringComparison.Ordinal);

        Assert.Equal($"be.json: {problem}", Assert.Throws<UserError>(() => BeJson.Parse(broken)).Problem);
    }

    [Fact]
    public void WritesTheSameBytesForWhatItRead()
    {
        var text = BeJson.Write(Orders.Job("CloseOrders", "0 3 * * *", exclusive: true).Job("SendReminder"));

        Assert.Contains("""{ "name": "CloseOrders", "cron": "0 3 * * *", "exclusive": true },""", text, StringComparison.Ordinal);
        Assert.Contains("""{ "name": "SendReminder" }""", text, StringComparison.Ordinal);
        Assert.Equal(text, BeJson.Write(BeJson.Parse(text)));
    }

    [Fact]
    public void KeepsTheSchemaOfItsTables() =>
        AssertRefused(
            () => Models.Shop.Module("Jobs"),
            "Module Jobs: the schema jobs is that of background work.",
            "Give it another name, such as MyJobs."
        );

    private static void AssertRefused(Func<Solution> edit, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(edit);

        Assert.Equal((problem, remedy, 2), (error.Problem, error.Remedy, error.ExitCode));
    }
}
