using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Audit.Commands;

/// <summary><c>diff PACKAGE --from TIME --to TIME [--on DATE]</c>: what changed between two moments, or about one day.</summary>
internal static class Diff
{
    private static readonly string[] Names = ["task", "subject", "what", "before", "after", "events"];

    public static Task<int> RunAsync(Call call)
    {
        var file = call.Options.Word("PACKAGE");
        var (from, to, on, plan) = (call.Options.Required("--from"), call.Options.Required("--to"), call.Options.Value("--on"), call.Options.Value("--plan"));
        var keys = Keys.Of(call.Options.Values("--key"));
        var format = Table.FormatOf(call.Options);
        call.Options.Done();
        using var read = ReadPackage.Open(file, keys, [], call.Say);
        read.RequireWholeAndSound();
        var id = read.Plan(plan);
        var timeline = read.Leaves.Timeline;
        var (begin, end) = (Times.Moment(from, read.Zone), Times.Moment(to, read.Zone));
        if (begin > end)
            throw new WrongUse("from-after-to", ("from", from), ("to", to));
        var (early, late) = (timeline.SizeAt(begin), timeline.SizeAt(end));
        if (timeline.Replay(late, id).Plans.GetValueOrDefault(id) is not { } after)
            throw new BizEnvLedger.Proof.ProofRefusal("plan-not-yet", "The plan was not issued by then.", ("plan", id));
        var before = timeline.Replay(early, id).Plans.GetValueOrDefault(id);
        var (first, last) = on is null ? (LeafLine.DayOf(begin, read.Zone), LeafLine.DayOf(end, read.Zone)) : (Times.Day(on), Times.Day(on));
        var found = Differences.Between(before, first, after, last);
        if (format == "table")
            call.Say.Line("differences", ("count", found.Count), ("from", early), ("to", late));
        Table.Write(call.Say.Output, format, Names, [.. Names.Select(n => call.Say.Of("column-" + n))],
            [.. found.Select(IReadOnlyList<string?> (d) => [d.Task, d.Subject, call.Say.Of("differs-" + d.What), Said(d, d.Before), Said(d, d.After), string.Join(' ', d.Events)])]);
        return Task.FromResult(0);

        string? Said(Difference d, string? value) => value is null ? null : d.What switch
        {
            Differs.State => call.Say.Of("state-" + char.ToUpperInvariant(value[0]) + value[1..]),
            Differs.Light => call.Say.Of("light-" + char.ToUpperInvariant(value[0]) + value[1..]),
            Differs.Attained => call.Say.Of("attained-" + char.ToUpperInvariant(value[0]) + value[1..]),
            Differs.Leads or Differs.Cooperating => string.Join("、", value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(u => after.Plan.FindUnit(u)?.Name ?? u)),
            _ => value,
        };
    }
}
