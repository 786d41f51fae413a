using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Scaffolding;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Planning;

namespace Be.Cli.Commands;

/// <summary><c>be scaffold job</c>: work that a module does in the background, or another schedule for it.</summary>
internal static class ScaffoldJobCommand
{
    private static readonly Argument<string> JobName = new("name") { Description = "What it does: CloseStaleOrders, SendReminder" };

    private static readonly Option<string?> Cron = new("--cron")
    {
        Description =
            "When it runs by itself, in UTC: minute, hour, day of the month, month, day of the week, as in crontab; "
            + "or six fields with the seconds first, as in Quartz. Without it the job runs when code queues it, with arguments",
        HelpName = "schedule",
    };

    private static readonly Option<bool?> Exclusive = new("--exclusive")
    {
        Description = "Only one run of it at a time, over all replicas",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Module = NameOption.Module("The module that does it; the only one unless given");

    public static Command Create()
    {
        JobName.CompletionSources.Add(_ => SolutionNames.Jobs());
        var command = new DocumentedCommand(
            "job",
            "Add a job that a module runs in the background, once over all replicas; or change its schedule",
            new("be scaffold job CloseStaleOrders --cron \"0 3 * * *\" --module Sales", "every day at 3:00 UTC"),
            new("be scaffold job CloseStaleOrders --cron \"*/15 * * * 1-5\" --exclusive", "oftener, and never two at a time"),
            new(
                "be scaffold job SendReminder --module Sales",
                "queued: await jobs.EnqueueAsync(new SendReminderArguments { … }, cancellationToken)"
            )
        )
        {
            JobName,
            Cron,
            Exclusive,
            Module,
        };
        WriteOptions.AddTo(command);
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        Scaffolder.WarmUp();
        var solution = CurrentSolution.FindForWriting();
        var name = Place.InArguments("The job").Name(arguments.GetRequiredValue(JobName));
        bool? exclusive = arguments.GetResult(Exclusive) is null ? null : arguments.GetValue(Exclusive) ?? true;
        var after = JobEdit.AddJob(solution.Model, arguments.GetName(Module), name, arguments.GetValue(Cron), exclusive);
        return Writing.Follow(solution, after, arguments, cancellation, "be db migrate", "dotnet test");
    }
}
