using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using CsCheck;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Laws;

/// <summary>Stories drawn at random: what is refused did not happen.</summary>
internal static class RandomStory
{
    public const string LastDay = "2022-06-30";

    public static readonly string[] Milestones = ["1.1-m1", "1.1-m2", "1.2-m1", "1.3-m1", "2.1-m3", "2.1-m1@2021H1"];
    private static readonly string[] Measures = ["1.1", "1.2", "1.2.1", "1.3", "2.1", "2.2"];
    private static readonly string[] Units = ["energy", "water", "housing", "tax", "court", "north"];

    /// <summary>Numbers that one step is made of.</summary>
    public sealed record Roll(int Kind, int What, int Who, int Gap, int Shift, int Value);

    public static readonly Gen<Roll> Rolls =
        Gen.Select(Gen.Int[0, 35], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 10], Gen.Int[0, 30], Gen.Int[0, 12], (k, w, u, g, s, v) => new Roll(k, w, u, g, s, v));

    public static readonly Gen<Story> Stories = Rolls.List[5, 80].Select(Told);

    private static Story Told(List<Roll> rolls)
    {
        var (story, day) = (Given([IssuedWithSystems(), .. Opened("2021H1", "2021-06-01")]), Day("2021-05-10"));
        foreach (var roll in rolls)
        {
            day = day.AddDays(roll.Gap);
            story = Next(story, roll, day);
        }

        return story;
    }

    private static Story Next(Story story, Roll roll, DateOnly day)
    {
        if (Made(story, roll, day) is not { } act)
            return story;
        var decision = story.Decide(act);
        return decision.Refusal is null ? story.Record(act, decision.Events) : story;
    }

    private static Act? Made(Story story, Roll roll, DateOnly day)
    {
        var (milestone, measure, unit) = (Of(Milestones, roll.What), Of(Measures, roll.What), Of(Units, roll.Who));
        var (on, earlier) = (Iso(day), roll.Shift < 15 ? null : Iso(day.AddDays(15 - roll.Shift)));
        var lead = Lead(story, story.Standing(milestone, on).Chain.Leads, unit);
        var reporter = People.Clerk(Lead(story, story.TaskOf(measure).ResponsibleOn(story.TaskOf(measure).On(day).Measure(measure), day).Leads, unit));
        return roll.Kind switch
        {
            0 => Acknowledge(Story.NoOf(measure), People.Clerk(unit), on, earlier),
            1 or 2 => Report(measure, reporter, on, earlier, percent: roll.Value * 8),
            3 => Metric("1.1-i1", roll.Value, People.Clerk(Lead(story, story.Responsible("1.1", on).Leads, unit)), on, earlier),
            4 => Reassign(measure, [unit], on, earlier),
            5 => Reassign(null, [unit, Of(Units, roll.What + roll.Who + 1)], on, Iso(day.AddDays(roll.Value)), no: Story.NoOf(measure)),
            6 => Appoint(null, "vice-mayor-" + roll.Value, on, earlier, Story.NoOf(measure)),
            7 => Corrected(story, roll, on, earlier),
            8 or 9 or 10 => Claim(milestone, People.Clerk(lead), on, earlier),
            11 when roll.Value == 12 => Waiting(story, roll, released: false) is { } given ? Withdraw(given.Milestone, People.Clerk(given.Unit), on, given.Id) : null,
            12 when roll.Value == 12 => Waiting(story, roll, released: false) is { } held ? Decline(held.Milestone, held.Unit, on, held.Id) : null,
            11 or 12 => Waiting(story, roll, released: false) is { } asked ? Release(asked.Milestone, asked.Unit, on, asked.Id) : null,
            13 => Waiting(story, roll, released: true) is { } done ? Verify(done.Milestone, on, done.Id).By(People.Inspector("city")) : null,
            14 or 18 or 19 => Waiting(story, roll, released: true) is { } poor
                ? Return(poor.Milestone, on, roll.Value % 2 == 0 ? ReturnGround.Untrue : ReturnGround.Incomplete, poor.Id).By(People.Inspector("city"))
                : null,
            15 => Step(milestone, unit, on, People.Clerk(lead), on),
            16 => Change(Amendment($"am-{roll.Value}", Iso(day.AddDays(roll.Value)), InventedPlan.Dated(Of(["1.1-m1", "1.1-m2", "1.2-m1"], roll.What), Iso(day.AddDays(roll.Shift * 3)))), on),
            20 => AskExtension(milestone, Iso(day.AddDays(20 + roll.Shift * 4)), People.Clerk(lead), on),
            21 => Pending(story.Tasks.SelectMany(t => t.Extensions), roll, x => x.IsOpen && x.Release is null) is { } x ? ReleaseExtension(x.Milestone, x.Unit, on, x.Id) : null,
            22 => Pending(story.Tasks.SelectMany(t => t.Extensions), roll, x => x.IsOpen && x.Release is not null) is { } x
                ? DecideExtension(x.Milestone, roll.Value > 1, on, request: x.Id).By(roll.Value % 4 == 3 ? People.GroupOffice : People.Leader) : null,
            23 => AskSuspension(milestone, Iso(day.AddDays(10 + roll.Shift * 3)), People.Clerk(lead), on),
            24 => Pending(story.Tasks.SelectMany(t => t.Suspensions), roll, x => x.IsOpen) is { } s
                ? s.Release is null ? ReleaseSuspension(s.Milestone, s.Unit, on, s.Id) : DecideSuspension(s.Milestone, roll.Value > 1, on, request: s.Id) : null,
            25 => Pending(story.Tasks.SelectMany(t => t.Suspensions), roll, x => x.From is not null && x.End is null) is { } s ? EndSuspension(s.Milestone, on, Iso(day.AddDays(roll.Value)), s.Id) : null,
            >= 28 => CoordinationRolls.Made(story, roll with { Kind = roll.Kind - 8 }, day),
            26 or 27 => Closed(story, roll) is { } closed
                ? new(PlanTask.StreamOf(InventedPlan.Id, Story.NoOf(closed.Milestone)), People.Office, day, (_, _, _) =>
                    Decision.Of(new MilestoneReopened(closed.Id, closed.Milestone, roll.Value % 2 == 0 ? ReopenGround.SpotCheck : ReopenGround.Found, "2021H1", "inspectorate")))
                : null,
            _ => Close("2021H1", on),
        };
    }

    private static T? Pending<T>(IEnumerable<T> all, Roll roll, Func<T, bool> open) where T : class
    {
        var some = all.Where(open).ToList();
        return some.Count == 0 ? null : some[roll.What % some.Count];
    }

    private static Claim? Waiting(Story story, Roll roll, bool released)
    {
        var claims = story.Tasks.SelectMany(t => t.Claims).Where(c => !c.IsDecided && (released ? c.Release is not null : c.IsHeld)).ToList();
        return claims.Count == 0 ? null : claims[roll.What % claims.Count];
    }

    private static Claim? Closed(Story story, Roll roll)
    {
        var claims = story.Tasks.SelectMany(t => t.Claims).Where(c => c.Verification is not null).ToList();
        return claims.Count == 0 ? null : claims[roll.What % claims.Count];
    }

    private static Act? Corrected(Story story, Roll roll, string on, string? earlier)
    {
        var task = story.Task(roll.Who % 3 == 0 ? "2" : "1");
        if (task.Entries.Count == 0)
            return null;
        var entry = task.Entries.Keys.Order().ElementAt(roll.What % task.Entries.Count);
        var root = task.Corrections.Find(c => c.Entry.Event == entry)?.Of ?? entry;
        var kind = task.Entries[root];
        var by = kind switch
        {
            EntryKind.Reading => People.Clerk(task.Readings.Find(r => r.Entry.Event == root)!.Unit),
            EntryKind.Progress => People.Clerk(task.Reports.Find(r => r.Entry.Event == root)!.Unit),
            _ => People.GroupOffice,
        };
        return Correct(task.No, by, on, entry, kind == EntryKind.Reading ? roll.Value : null, kind == EntryKind.Progress ? roll.Value : null, earlier, roll.Gap == 10);
    }

    private static string Lead(Story story, IReadOnlyList<string> leads, string other) => leads.Count == 0 ? other : leads[0] == "bureaus" ? "housing" : leads[0];

    private static string Of(string[] all, int i) => all[i % all.Length];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
