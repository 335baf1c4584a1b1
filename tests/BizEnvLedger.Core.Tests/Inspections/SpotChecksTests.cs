using System.Security.Cryptography;
using System.Text;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using CsCheck;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>DrawSpotCheck and RecordSpotCheck.</summary>
public class SpotChecksTests
{
    private static readonly Story Closing = Given(Issued())
        .And([.. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), .. Done("1.1-m2", "energy", "2021-06-21", "2021-06-25"), .. Done("2.1-m3", "tax", "2021-06-22", "2021-06-25")])
        .And([.. Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10")]);

    private static readonly Story Settled = Closing.And(Report("1.2", People.Water, "2021-07-11"), Report("1.2", People.Water, "2021-07-12"));
    private static readonly Story Drawn = Settled.And(Draw("2021H1", "2021-07-13"));

    private static string DrawnMilestone => Drawn.Plan.InspectionOf(Half("2021H1")).Draw!.Drawn.ShouldHaveSingleItem();

    [Fact]
    public void The_draw_is_drawn_again_from_what_anybody_can_read()
    {
        var drawn = Settled.When(Draw("2021H1", "2021-07-13")).Decision.Events.ShouldHaveSingleItem().ShouldBeOfType<SpotCheckDrawn>();
        string[] population = ["1.1-m1", "1.1-m2", "2.1-m3"];
        var size = Settled.Events.FindIndex(e => e.RecordedOn == Day("2021-07-12"));
        // Worked out once more, by the words of docs/spot-checks.md.
        var seed = Sha($"bizenv-spot-check/1\n{InventedPlan.Id}\n2021H1\n{new string('1', 64)}\n{size}\n{Root}");
        var lowest = population.MinBy(id => Sha($"{seed}\n{id}"), StringComparer.Ordinal)!;
        (drawn.TreeSize, drawn.Root, drawn.Seed, drawn.Population, drawn.PopulationSha256).ShouldBe((size, Root, seed, 3, Sha("1.1-m1\n1.1-m2\n2.1-m3")));
        drawn.Drawn.ShouldBe([lowest]);
    }

    [Fact]
    public void Whoever_draws_and_whenever_draws_the_same()
    {
        var first = Settled.When(Draw("2021H1", "2021-07-13")).Decision.Events[0];
        var later = Settled.And(Report("1.2", People.Water, "2021-07-20")).When(Draw("2021H1", "2021-09-01").By(Second));
        later.Then(first);
    }

    [Fact]
    public void Nothing_is_drawn_before_the_day_after_closing_is_over_and_a_later_leaf_settles_it()
    {
        Closing.When(Draw("2021H1", "2021-07-10")).Refused("draw-too-early", RefusalKind.Conflict);
        Settled.When(Draw("2021H1", "2021-07-11")).Refused("draw-too-early", RefusalKind.Conflict);
        Closing.And(Report("1.2", People.Water, "2021-07-11")).When(Draw("2021H1", "2021-07-13")).Refused("draw-too-early", RefusalKind.Conflict);
        Settled.When(Draw("2021H1", "2021-07-12")).Accepted();
    }

    [Fact]
    public void A_tree_that_is_not_later_than_the_closing_gives_no_seed()
    {
        var basis = BasisOf(Settled, "2021H1")! with { TreeSize = Settled.Plan.FindRound(Half("2021H1"))!.Closed!.TreeSize };
        DrawSpotCheck.Decide(Settled.State, new(Half("2021H1"), basis), People.Office, new(default, Day("2021-07-13"))).Refusal!.Code.ShouldBe("draw-too-early");
    }

    [Fact]
    public void A_round_is_drawn_once_after_closing_where_there_is_something_to_draw()
    {
        Given(Issued()).When(Draw("2021H1", "2021-07-13")).Refused("unknown-round", RefusalKind.NotFound);
        Given([Issued(), .. Opened("2021H1", "2021-07-02")]).When(Draw("2021H1", "2021-07-13")).Refused("draw-before-closing", RefusalKind.Conflict);
        Drawn.When(Draw("2021H1", "2021-07-14")).Refused("spot-check-drawn-already", RefusalKind.Conflict);
        Given([Issued(), .. Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10"), Report("1.2", People.Water, "2021-07-12")])
            .When(Draw("2021H1", "2021-07-13")).Refused("nothing-to-draw", RefusalKind.Conflict);
    }

    [Fact]
    public void Every_closure_falls_into_one_population()
    {
        // Done in the first half-year, verified after its round was closed: the second round counts it first.
        var story = Given(Issued()).And(Claimed("1.1-m1", "energy", "2021-06-29")).And([.. Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-03")]);
        var first = story.HalfYear("2021H1", "2021-07-03");
        Drawing.PopulationOf(first).ShouldBeEmpty();
        var second = story.And([Verify("1.1-m1", "2021-07-05"), .. Done("1.1-m2", "energy", "2021-09-20", "2021-09-25")]).HalfYear("2021H2", "2022-01-10", first);
        Drawing.PopulationOf(second).ShouldBe(["1.1-m1", "1.1-m2"]);
        second.Supervision!.Closures.ShouldAllBe(c => c.Events.Count == 2);
    }

    [Fact]
    public void A_data_set_of_before_gives_the_closures_of_its_due_milestones()
    {
        var view = Closing.HalfYear("2021H1", "2021-07-10") with { Supervision = null };
        Drawing.PopulationOf(view).ShouldBe(["1.1-m1", "2.1-m3"]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(73, 8)]
    public void A_tenth_at_least_is_drawn(int closures, int drawn) => Drawing.CountOf(closures, new()).ShouldBe(drawn);

    [Fact]
    public void A_draw_takes_nothing_twice_and_asks_no_order() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 8].HashSet[1, 60], Gen.Int, Gen.Decimal[0, 1], Gen.Int[0, 5]).Sample((ids, root, share, least) =>
        {
            var rules = new InspectionRules { SpotCheckShare = share, SpotCheckLeast = least };
            Drawing Of(IReadOnlyCollection<string> population) => Drawing.Of("p", Half("2021H1"), "d", 7, root.ToString(null, null), population, rules);
            var drawing = Of(ids);
            drawing.Drawn.ShouldBeUnique();
            drawing.Drawn.ShouldBeSubsetOf(ids);
            drawing.Drawn.Count.ShouldBe(Math.Min(ids.Count, Math.Max(least, (int)Math.Ceiling(share * ids.Count))));
            Of([.. ids.Order()]).Drawn.ShouldBe(drawing.Drawn);
        }, iter: 200);

    [Fact]
    public void A_check_that_passes_changes_nothing_and_one_that_fails_reopens()
    {
        var task = Story.NoOf(DrawnMilestone);
        var claim = Drawn.LastClaim(DrawnMilestone);
        Drawn.When(Check("2021H1", DrawnMilestone, CheckOutcome.Passed, "2021-07-20", evidence: [])).Then(
            new SpotCheckRecorded("2021H1", DrawnMilestone, claim, CheckOutcome.Passed, "inspectorate", Sealed(), []));
        Drawn.When(Check("2021H1", DrawnMilestone, CheckOutcome.Failed, "2021-07-20")).Then(
            new SpotCheckRecorded("2021H1", DrawnMilestone, claim, CheckOutcome.Failed, "inspectorate", Sealed(), [Evidence]),
            new Addressed(PlanTask.StreamOf(InventedPlan.Id, task), new MilestoneReopened(claim, DrawnMilestone, ReopenGround.SpotCheck, "2021H1", "inspectorate")));
    }

    [Fact]
    public void Only_what_was_drawn_is_checked_once_with_an_outcome_and_a_failure_with_evidence()
    {
        Settled.When(Check("2021H1", "1.1-m1", CheckOutcome.Passed, "2021-07-20")).Refused("spot-check-not-drawn", RefusalKind.NotFound);
        var other = new[] { "1.1-m1", "1.1-m2", "2.1-m3" }.First(m => m != DrawnMilestone);
        Drawn.When(Check("2021H1", other, CheckOutcome.Passed, "2021-07-20")).Refused("milestone-not-drawn", RefusalKind.NotFound);
        Drawn.When(Check("2021H1", DrawnMilestone, null, "2021-07-20")).Refused("outcome-missing", RefusalKind.Invalid, "outcome");
        Drawn.When(Check("2021H1", DrawnMilestone, CheckOutcome.Failed, "2021-07-20", evidence: [])).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        Drawn.When(Check("2021H1", DrawnMilestone, CheckOutcome.Failed, "2021-07-20", Text(""))).Refused("text-empty", RefusalKind.Invalid, "finding");
        Drawn.And(Check("2021H1", DrawnMilestone, CheckOutcome.Passed, "2021-07-20")).When(Check("2021H1", DrawnMilestone, CheckOutcome.Failed, "2021-07-21")).Refused("spot-checked-already", RefusalKind.Conflict);
    }

    [Fact]
    public void Whoever_claimed_released_or_verified_never_checks()
    {
        var unit = DrawnMilestone.StartsWith('1') ? "energy" : "tax";
        foreach (var sub in new[] { unit + "-clerk", unit + "-approver", "other-inspector" })
            Drawn.When(Check("2021H1", DrawnMilestone, CheckOutcome.Passed, "2021-07-20").By(People.Inspector("inspectorate", sub))).Refused("doer-never-verifies", RefusalKind.NotAllowed);
        Drawn.When(Check("2021H1", DrawnMilestone, CheckOutcome.Passed, "2021-07-20").By(People.Inspector(unit, "somebody"))).Refused("home-unit-involved", RefusalKind.NotAllowed);
    }

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
