namespace BizEnvLedger.Core.Ledger;

/// <summary>
/// A stream's key taken apart: <c>plan</c> for the plan itself, <c>plan:09</c>, <c>plan:goals</c> for a task, <c>plan:2023H1</c> for a round,
/// <c>plan:kind:id</c> for every other matter of the plan, <c>kind@id</c> for what belongs to no plan.
/// </summary>
/// <param name="Kind">plan, task, round, or the word in the key.</param>
public readonly record struct StreamKey(string Plan, string Kind, string Id)
{
    public const string PlanKind = "plan", TaskKind = "task", RoundKind = "round";

    /// <summary>Key of a matter of a plan that is neither the plan, a task nor a round.</summary>
    public static string Of(string plan, string kind, string id) => $"{plan}:{kind}:{id}";

    public static StreamKey Parse(string stream)
    {
        var at = stream.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
            return new("", stream[..at], stream[(at + 1)..]);
        var first = stream.IndexOf(':', StringComparison.Ordinal);
        if (first < 0)
            return new(stream, PlanKind, "");
        var (plan, rest) = (stream[..first], stream[(first + 1)..]);
        var second = rest.IndexOf(':', StringComparison.Ordinal);
        if (second >= 0)
            return new(plan, rest[..second], rest[(second + 1)..]);
        if (Inspections.HalfYear.TryParse(rest, out _))
            return new(plan, RoundKind, rest);
        // A task's number is written with two digits, so that keys sort as the plan does.
        return new(plan, TaskKind, rest.Length > 1 && rest[0] == '0' ? rest[1..] : rest);
    }
}
