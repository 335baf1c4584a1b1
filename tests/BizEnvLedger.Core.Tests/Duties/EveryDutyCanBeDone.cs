using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Tests.Appraisals;
using BizEnvLedger.Core.Tests.Registers;
using BizEnvLedger.Core.Tests.Rights;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;
using ComplaintsOf = BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using RoundsOf = BizEnvLedger.Core.Tests.Inspections.InspectionActs;

namespace BizEnvLedger.Core.Tests.Duties;

/// <summary>
/// Whatever waits on somebody's list he can do, and then it waits no more; and what waits is on somebody's list. In every situation that the rights are tried in,
/// as it is and after a split that gives away what the acts are about.
/// </summary>
public partial class EveryDutyCanBeDone
{
    /// <summary>Refusals that ask for something to be brought along, as a draw asks for a leaf of a later day; the right is not in question.</summary>
    private static readonly HashSet<string> Lacking = ["reading-missing", "amount-outstanding", "draw-too-early"];

    /// <summary>Duties that one unit has and another may do for itself.</summary>
    private static readonly HashSet<string> OthersToo = ["acknowledge", "implementation-plan-missing", "report", "figure-due", "register-item-overdue"];

    private const string AfterSplit = " after a split";

    private static readonly List<(string Name, Story Story, DateOnly Day)> All = [.. Made().SelectMany(Variants)];

    [Fact]
    public void Each_is_done_by_whoever_has_it_and_is_then_gone()
    {
        var wrong = new List<string>();
        var tried = new Dictionary<string, int>();
        foreach (var (name, story, day) in All)
            foreach (var duty in DutyList.Of(story.State, day))
            {
                // What waits in the background of every situation is tried in some.
                var key = $"{duty.Kind} {duty.Subject} {string.Join(',', duty.Units)} {(name.IndexOf(AfterSplit, StringComparison.Ordinal) is >= 0 and var at ? name[at..] : "")}";
                if ((tried[key] = tried.GetValueOrDefault(key) + 1) <= 3)
                    wrong.AddRange(Tried(duty, story, day).Select(w => $"{name} on {day:yyyy-MM-dd}: {duty.Kind} {duty.Subject} [{string.Join(',', duty.Units)}] {w}"));
            }

        string.Join('\n', wrong.Distinct()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_duty_occurs() =>
        Kinds().Except(All.SelectMany(s => DutyList.Of(s.Story.State, s.Day)).Select(d => d.Kind)).ShouldBeEmpty();

    private static IEnumerable<string> Tried(Duty duty, Story story, DateOnly day)
    {
        var (has, may) = (0, 0);
        foreach (var who in Everybody)
        {
            var act = Doing.Of(duty, story, who, day);
            var decision = story.Decide(act);
            if (!duty.IsOf(who, day, story.Plan))
            {
                if (decision.Refusal is null && !OthersToo.Contains(duty.Kind))
                    yield return $"may be done by {who.Sub} of {who.HomeUnit}, who does not see it";
                continue;
            }

            has++;
            if (decision.Refusal is { } refusal)
            {
                if (!Lacking.Contains(refusal.Code))
                    yield return $"is refused to {who.Sub} of {who.HomeUnit}, who has it: {refusal.Code}";
            }
            else if (++may <= 2 && DutyList.Of(story.Record(act, decision.Events).State, day).Any(d => IsSame(d, duty)))
                yield return $"still waits after {who.Sub} did it";
        }

        if (has == 0)
            yield return "waits for nobody";
    }

    private static bool IsSame(Duty a, Duty b) => (a.Kind, a.Subject) == (b.Kind, b.Subject) && a.Units.SequenceEqual(b.Units) && a.Events.SequenceEqual(b.Events);

    /// <summary>Every kind that the code names.</summary>
    private static HashSet<string> Kinds([CallerFilePath] string here = "") =>
        [.. Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/BizEnvLedger.Core"), "*Duties.cs", SearchOption.AllDirectories)
            .SelectMany(f => Kind().Matches(File.ReadAllText(f))).Select(m => m.Groups["kind"].Value).Where(k => k != "delivery-set-aside")];

    [GeneratedRegex("\"(?<kind>[a-z]+(-[a-z]+)*)\"")]
    private static partial Regex Kind();

    private static readonly string[] Units = ["city", "inspectorate", "energy", "water", "housing", "tax", "court", "north", "industry", "works"];

    private static readonly Caller[] Everybody =
    [
        .. Units.SelectMany(u => new[] { People.Clerk(u), People.Approver(u), People.Approver(u) with { Sub = u + "-second-approver" }, People.Inspector(u, "inspector-from-" + u) }),
        People.Office, People.Inspector("inspectorate", "second-inspector"), People.Inspector("inspectorate"), People.Inspector("inspectorate", "tip-officer"), People.Inspector(null, "homeless"),
        People.GroupOffice, AppraisalActs.Second, People.Leader, People.Leader with { Sub = "mayor" }, AppraisalActs.Clerk, AppraisalActs.Head, People.Auditor,
    ];

    /// <summary>Every situation of the rights, and some on the way that no right is about.</summary>
    private static IEnumerable<(string Name, Story Story, DateOnly Day)> Made()
    {
        foreach (var rights in RightsWalk.Cases.Where(c => c.Given.IsIssued))
            yield return (rights.Command, rights.Given, rights.When.On);
        var begun = Given(Issued());
        var systems = Given(IssuedWithSystems());
        yield return ("a tip", begun.And(ComplaintsOf.Receive("2021-03-01", kind: ComplaintKind.Tip, unit: "north")), Day("2021-03-02"));
        yield return ("a complaint responded to", begun.And([ComplaintsOf.Receive("2021-03-01"), ComplaintsOf.Dispatch("2021-03-01"), .. ComplaintsOf.Answered("2021-03-02", AnswerKind.Response)]), Day("2021-03-03"));
        yield return ("a complaint resolved", begun.And([ComplaintsOf.Receive("2021-03-01", milestone: "1.1-m1"), ComplaintsOf.Dispatch("2021-03-01", milestone: "1.1-m1"), .. ComplaintsOf.Answered("2021-03-02")]), Day("2021-12-03"));
        yield return ("a complaint about what is closed", begun.And([.. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), ComplaintsOf.Receive("2021-07-01"), ComplaintsOf.Dispatch("2021-07-01"),
            .. ComplaintsOf.Answered("2021-07-02"), ComplaintsOf.Uphold("2021-07-05")]), Day("2021-07-06"));
        yield return ("a year over", begun, Day("2022-01-05"));
        yield return ("a year over with rules", begun.And(AppraisalActs.Adopt("2021-12-01")), Day("2022-01-05"));
        yield return ("money owed", Given(RegisterActs.Ordered()).And(RegisterActs.Owed("2021-03-01", "2021-03-31")), Day("2021-05-10"));
        yield return ("money paid", Given(RegisterActs.Ordered()).And(RegisterActs.Owed("2021-03-01", "2021-03-31"), RegisterActs.Change("arrears-1", People.Housing, "2021-05-02", [RegisterActs.Is("paid", 100)])), Day("2021-05-10"));
        yield return ("a step reported", begun.And(Step("1.1-m2", "north", "2021-05-31", People.Energy, "2021-03-01"), Reported("1.1-m2-s1", People.North, "2021-05-20")), Day("2021-06-10"));
        yield return ("a step overdue", begun.And(Step("1.1-m2", "north", "2021-05-31", People.Energy, "2021-03-01")), Day("2021-06-10"));
        var figure = systems.And(Metric("1.1-i1", 5, People.Energy, "2021-06-01"));
        yield return ("a figure corrected by hand", figure.And(Correct("1", People.Typist("energy"), "2021-06-02", figure.Last, value: 6)), Day("2021-06-03"));
        yield return ("a suspension", begun.And(Suspended("1.1-m1", "energy", "2021-07-31", "2021-05-10", "2021-05-12")), Day("2021-07-10"));
        yield return ("an urge about a milestone", begun.And(Urge(["energy"], "2021-06-10", "2021-05-10", ["1.1-m1"])), Day("2021-05-12"));
        yield return ("a dispute of a measure", begun.And(Dispute("1.1", People.Energy, "2021-01-18")), Day("2021-01-19"));
        yield return ("a joint instruction", begun.And(Instruct(["energy", "water", "housing"], "2021-06-10", "2021-05-10", ["1.1-m1"])), Day("2021-05-12"));
        yield return ("two rounds drawn", RoundsOfTwoHalves, Day("2022-02-01"));
    }

    /// <summary>Two rounds closed and drawn, a check of each and a finding of the first left over.</summary>
    internal static Story RoundsOfTwoHalves
    {
        get
        {
            var done = Given([Issued(), .. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25")]);
            return done.And([.. RoundsOf.Opened("2021H1", "2021-07-02"), RoundsOf.Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", facts: [done.Last])])
                .And(Close("2021H1", "2021-07-10"), Report("1.2", People.Water, "2021-07-12"), RoundsOf.Draw("2021H1", "2021-07-13"))
                .And([.. Done("1.1-m2", "energy", "2021-09-20", "2021-09-25"), .. RoundsOf.Opened("2021H2", "2022-01-05"), Close("2021H2", "2022-01-10"), Report("1.2", People.Water, "2022-01-12"), RoundsOf.Draw("2021H2", "2022-01-13")]);
        }
    }

    /// <summary>As it is, and with the lead of task 1, or a member of the group that cooperates, split on its last day.</summary>
    private static IEnumerable<(string Name, Story Story, DateOnly Day)> Variants((string Name, Story Story, DateOnly Day) made)
    {
        yield return made;
        foreach (var (unit, items) in new[] { ("energy", new[] { "1.1", "1.4" }), ("housing", ["1.1", "1.2.1", "1.3"]) })
        {
            var split = Succeed(SuccessionKind.Split, [unit], ["industry", "works"], made.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), introduced: [Industry, Works],
                given: [.. items.Select(i => new Given(i, "works"))]);
            if (made.Story.Decide(split).Refusal is null)
                yield return ($"{made.Name}{AfterSplit} of {unit}", made.Story.Do(split), made.Day);
        }
    }
}
