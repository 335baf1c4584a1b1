using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Inspections;

/// <summary>
/// 抽查抽取: which closures a round's spot checks fall on. A pure function of what anybody can read, described in <c>docs/spot-checks.md</c>:
/// each closure's ticket is SHA-256 over seed and id, and the lowest tickets are drawn.
/// </summary>
/// <param name="Seed">SHA-256 over plan, half-year, the closing's data set and the root of a later tree, lower-case hex.</param>
/// <param name="Drawn">Ids of milestones, in the order of their tickets.</param>
public sealed record Drawing(string Seed, string PopulationSha256, IReadOnlyList<string> Drawn)
{
    public const string FormatName = "bizenv-spot-check/1";

    public static Drawing Of(string plan, HalfYear halfYear, string dataSetSha256, long treeSize, string root, IReadOnlyCollection<string> population, InspectionRules rules)
    {
        var seed = Hash(string.Join('\n', FormatName, plan, halfYear.ToString(), dataSetSha256, treeSize.ToString(CultureInfo.InvariantCulture), root));
        return new(seed, Hash(string.Join('\n', population.Order(StringComparer.Ordinal))),
            [.. population.OrderBy(id => Hash(seed + "\n" + id), StringComparer.Ordinal).Take(CountOf(population.Count, rules))]);
    }

    /// <summary>The share rounded up, at least the least, at most all.</summary>
    public static int CountOf(int population, InspectionRules rules) =>
        Math.Min(population, Math.Max(rules.SpotCheckLeast, (int)Math.Ceiling(population * rules.SpotCheckShare)));

    /// <summary>The closures that a round was the first to count, by id; of a data set from before it listed them, those of its due milestones.</summary>
    public static IReadOnlyList<string> PopulationOf(HalfYearDataSet closed) =>
        [.. (closed.Supervision?.Closures.Select(c => c.Milestone)
            ?? closed.Due.Where(m => HalfYear.TryParse(closed.HalfYear, out var half) && m.ClosedOn is { } day && half.Contains(day)).Select(m => m.Id)).Order(StringComparer.Ordinal)];

    /// <summary>Whether a closed round was the first to count any closure: what is drawn from is told by its data set, that there is something by the claims.</summary>
    public static bool HasClosures(PlanState state, Round round)
    {
        var before = state.Plan.LastClosedBefore(round.HalfYear)?.Closed;
        return state.Tasks.Values.SelectMany(t => t.Claims).Any(c => c.Accepted is { } accepted && accepted.Leaf < round.Closed!.TreeSize
            && c.StopsOn(state.Plan) is var done && done <= round.HalfYear.LastDay
            && !(c.Reopened is { } undone && undone.Entry.Leaf < round.Closed.TreeSize)
            && (before is null || accepted.Leaf >= before.TreeSize || done > before.EffectiveOn));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
