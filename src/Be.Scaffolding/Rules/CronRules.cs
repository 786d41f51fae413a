using System.Globalization;
using System.Text.RegularExpressions;

namespace Be.Scaffolding.Rules;

/// <summary>
/// When a job runs: five fields as in crontab(5), or six with the seconds first, as Quartz writes them. What passes here, Quartz can read.
/// </summary>
internal static partial class CronRules
{
    /// <summary>Every day at three.</summary>
    public const string Example = "0 3 * * *";

    private const string Remedy =
        $"Write minute, hour, day of the month, month, day of the week, in UTC: \"{Example}\" is every day at 3:00, \"*/15 * * * 1-5\" every quarter of an hour from Monday to Friday.";

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly int[] Lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    private static readonly Field[] Unix =
    [
        new("minute", 0, 59),
        new("hour", 0, 23),
        new("day of the month", 1, 31),
        new("month", 1, 12) { Names = Months },
        new("day of the week", 0, 7) { Names = Days },
    ];

    private static readonly Field[] Quartz =
    [
        new("second", 0, 59),
        Unix[0],
        Unix[1],
        Unix[2] with
        {
            Special = DayOfMonth(),
        },
        Unix[3],
        new("day of the week", 1, 7) { Names = Days, Special = DayOfWeek() },
    ];

    /// <summary>The same with one blank between two fields.</summary>
    public static string Normal(string cron) => string.Join(' ', Split(cron));

    /// <exception cref="UserError">It is no schedule, or one that never comes.</exception>
    public static void Check(string cron, Place place)
    {
        var texts = Split(cron);
        var fields =
            texts.Length == Unix.Length ? Unix
            : texts.Length == Quartz.Length ? Quartz
            : throw place.Error($"'{cron}' has {texts.Length} {(texts.Length == 1 ? "field" : "fields")} instead of 5.", Remedy);
        foreach (var (field, text) in fields.Zip(texts))
        {
            foreach (var item in text.Split(','))
            {
                if (!field.Takes(item))
                    throw place.Error($"'{cron}': '{item}' is no {field.Name} ({field.Least}-{field.Most}).", Remedy);
            }
        }
        CheckDay(cron, texts[^3], texts[^2], texts[^1], place);
    }

    /// <summary>The 30th of February never comes, and Quartz refuses to wait for it.</summary>
    private static void CheckDay(string cron, string days, string months, string weekdays, Place place)
    {
        // A day of the week comes in every month, and so does the last day: `L`.
        if (weekdays is not ("*" or "?") || days.Split(',').Any(item => Unix[2].FirstOf(item.TrimEnd('W')) is null))
            return;
        var longest = months.Split(',').SelectMany(Unix[3].ValuesOf).Max(month => Lengths[month - 1]);
        var day = days.Split(',').Min(item => Unix[2].FirstOf(item.TrimEnd('W')));
        if (day > longest)
            throw place.Error($"'{cron}': no such month has a day {day}.", Remedy);
    }

    private static string[] Split(string cron) => cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsNumber(string text) => text.Length is > 0 and < 5 && text.All(char.IsAsciiDigit);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // The last day, the last weekday, the weekday nearest to a day.
    [GeneratedRegex("^([?]|L|LW|([1-9]|[12][0-9]|3[01])W)$", RegexOptions.ExplicitCapture)]
    private static partial Regex DayOfMonth();

    // Any, the last Friday (6L), the second Sunday (1#2).
    [GeneratedRegex("^([?]|[1-7]L|[1-7]#[1-5])$", RegexOptions.ExplicitCapture)]
    private static partial Regex DayOfWeek();

    private sealed record Field(string Name, int Least, int Most)
    {
        public string[] Names { get; init; } = [];

        public Regex? Special { get; init; }

        /// <summary><c>*</c>, a value or a range, and any of these with a step: <c>*/5</c>.</summary>
        public bool Takes(string item)
        {
            if (Special?.IsMatch(item) is true)
                return true;
            var parts = item.Split('/');
            return parts.Length <= 2 && IsRange(parts[0]) && (parts.Length == 1 || IsStep(parts[1]));
        }

        /// <summary>A number or a name as a number; null when it is neither, or out of bounds.</summary>
        public int? ValueOf(string text)
        {
            var named = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
            var value =
                named >= 0 ? named + Least
                : IsNumber(text) ? Number(text)
                : -1;
            return value >= Least && value <= Most ? value : null;
        }

        /// <summary>All that an item stands for: <c>1-12/3</c> is 1, 4, 7, 10.</summary>
        public IEnumerable<int> ValuesOf(string item)
        {
            var parts = item.Split('/');
            var ends = parts[0] == "*" ? [Least, Most] : parts[0].Split('-').Select(ValueOf).ToArray();
            // As in Quartz, 5/20 counts on from 5 to the end.
            var last = ends.Length == 1 && parts.Length == 2 ? Most : ends[^1];
            var step = parts.Length == 2 ? Number(parts[1]) : 1;
            for (var value = ends[0]; value <= last; value += step)
                yield return value.Value;
        }

        /// <summary>The first of these; null for what is no number.</summary>
        public int? FirstOf(string item) => IsRange(item.Split('/')[0]) ? ValuesOf(item).First() : null;

        private bool IsRange(string text)
        {
            var ends = text.Split('-').Select(ValueOf).ToList();
            return text == "*" || (ends.Count <= 2 && ends[0] <= ends[^1]);
        }

        private bool IsStep(string text) => IsNumber(text) && Number(text) >= 1 && Number(text) <= Most;
    }
}
