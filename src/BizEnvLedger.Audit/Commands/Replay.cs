using System.Globalization;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Audit.Commands;

/// <summary><c>replay PACKAGE [--on DATE] [--recorded-by TIME] [--plan ID] [--key KEY] [--format table|json|csv]</c>: state, lights and responsibility as they were known.</summary>
internal static class Replay
{
    private static readonly string[] Names = ["task", "milestone", "due", "originalDue", "state", "light", "daysLate", "closedOn", "leads", "cooperating", "leader"];

    public static Task<int> RunAsync(Call call)
    {
        var file = call.Options.Word("PACKAGE");
        var (on, by, plan) = (call.Options.Value("--on"), call.Options.Value("--recorded-by"), call.Options.Value("--plan"));
        var keys = Keys.Of(call.Options.Values("--key"));
        var format = Table.FormatOf(call.Options);
        call.Options.Done();
        using var read = ReadPackage.Open(file, keys, [], call.Say);
        read.RequireWholeAndSound();
        var id = read.Plan(plan);
        var timeline = read.Leaves.Timeline;
        var size = by is null ? timeline.Count : timeline.SizeAt(Times.Moment(by, read.Zone));
        var known = timeline.KnownAt(size);
        var day = on is not null ? Times.Day(on) : known is { } at ? Core.Replay.LeafLine.DayOf(at, read.Zone) : throw new BizEnvLedger.Proof.ProofRefusal("nothing-yet", "Nothing was recorded by then.", ("by", by));
        if (timeline.Replay(size, id).Plans.GetValueOrDefault(id) is not { } state)
            throw new BizEnvLedger.Proof.ProofRefusal("plan-not-yet", "The plan was not issued by then.", ("plan", id));
        string Units(IEnumerable<string> units) => string.Join("、", units.Select(u => state.Plan.FindUnit(u)?.Name ?? u));
        var rows = state.InOrder.Where(t => t.AssignedOn <= day).SelectMany(task => TaskAssessment.Of(task, state.Plan, day).Milestones.Select(IReadOnlyList<string?> (m) =>
        [
            task.No, m.Standing.Milestone.Id, Date(m.Standing.Due), Date(m.Standing.OriginalDue), call.Say.Of("state-" + m.Standing.State), call.Say.Of("light-" + m.Lit.Light),
            m.DaysLate.ToString(CultureInfo.InvariantCulture), Date(m.Standing.ClosedOn), Units(m.Standing.Chain.Leads), Units(m.Standing.Chain.Cooperating), m.Standing.Chain.Leader,
        ])).ToList();
        if (format == "table")
            call.Say.Line("replayed", ("plan", id), ("size", size), ("day", Date(day)), ("root", Convert.ToBase64String(read.Leaves.RootAt(size)!)));
        Table.Write(call.Say.Output, format, Names, [.. Names.Select(n => call.Say.Of("column-" + n))], rows);
        return Task.FromResult(0);
    }

    private static string? Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
