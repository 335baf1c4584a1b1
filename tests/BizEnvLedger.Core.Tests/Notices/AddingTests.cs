using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

/// <summary>An added entry says only what the cut holds against this unit on these milestones.</summary>
public class AddingTests
{
    private const string Step1 = "1.1-m4-s1";

    [Fact]
    public void Ten_days_over_are_below_the_threshold_and_can_be_added_with_the_unit_s_own_days_and_their_events()
    {
        Frozen(Behind, "2021H1").ShouldNotContain(p => p.Unit.Id == "energy");
        var asked = Behind.And(Add("2021-07-14", "energy"));
        Of(asked).Find(Of(asked).Changes[^1].Entry).ShouldBeNull();
        var added = asked.And(ConfirmLast("2021-07-15"));
        var facts = Of(added).Entries[^1].Facts;
        (facts.Unit, facts.Rule, facts.Ground, facts.Days, facts.DueCount, facts.OpenCount).ShouldBe(("energy", "added", "overdue-days", 10, 0, 0));
        facts.Milestones.ShouldBe(["1.1-m8"]);
        facts.OwnDays.ShouldBe([10]);
        facts.Events.ShouldNotBeEmpty();
        facts.Events.ShouldBeSubsetOf(Behind.AtTreeSize((int)Behind.Plan.FindRound(Covered)!.Closed!.TreeSize).Events.Select(e => e.Id));
        added.When(Add("2021-07-16", "energy")).Refused("entry-named-already", RefusalKind.Conflict, "milestones");
        // A refused addition keeps its number for itself.
        var again = asked.And(ConfirmLast("2021-07-15", agreed: false), Add("2021-07-16", "energy"), ConfirmLast("2021-07-16"));
        Of(again).Entries[^1].Id.ShouldNotBe(Of(added).Entries[^1].Id);
    }

    [Theory]
    [InlineData("1.1-m1", "slow-closed")]
    [InlineData("1.1-m2", "slow-not-due")]
    [InlineData("1.1-m3", "slow-no-ground")] // 力争
    [InlineData("1.1-m5", "slow-not-due")] // no date
    [InlineData("1.1-m9", "unknown-milestone")]
    public void What_is_not_overdue_is_not_slow(string milestone, string code) =>
        Behind.When(Add("2021-07-14", "energy", milestones: ["1.1-m8", milestone])).Refused(code, RefusalKind.Invalid, "milestones");

    [Fact]
    public void What_waits_for_a_verdict_or_is_suspended_is_not_slow()
    {
        Story Of(params IEnumerable<Act> acts) => Begun.And(Change(Amendment("am-1", "2021-02-01") with { AddMilestones = [new("1.1", InventedPlan.Dated("1.1-m8", "2021-06-20"))] }, "2021-02-01"))
            .And(Done("1.1-m1", "energy", "2021-06-01", "2021-06-05")).And(acts).And([.. Inspections.InspectionActs.Opened("2021H1", "2021-06-20"), Close("2021H1", "2021-07-12")]).And(Draft("2021-07-13"));
        Of(Claimed("1.1-m8", "energy", "2021-06-25")).When(Add("2021-07-14", "energy")).Refused("slow-claimed", RefusalKind.Invalid, "milestones");
        Of(Suspended("1.1-m8", "energy", "2021-08-31", "2021-06-01", "2021-06-10")).When(Add("2021-07-14", "energy")).Refused("slow-suspended", RefusalKind.Invalid, "milestones");
    }

    [Fact]
    public void Nobody_is_named_for_what_another_did()
    {
        // Never led it: not one of the days is its own.
        Behind.When(Add("2021-07-14", "water")).Refused("slow-not-its-days", RefusalKind.Invalid, "milestones");
        Behind.When(Add("2021-07-14", "housing", "hollow")).Refused("hollow-not-found", RefusalKind.Invalid, "milestones");
        Behind.When(Add("2021-07-14", "water", "weak")).Refused("weak-not-found", RefusalKind.Invalid, "milestones");
        // No paper, no order, no rectification: the delay alone is no 推动不力.
        Behind.When(Add("2021-07-14", "energy", "weak")).Refused("weak-not-found", RefusalKind.Invalid, "milestones");
        Behind.When(Add("2021-07-14", "energy", "weak", [])).Refused("weak-not-found", RefusalKind.Invalid, "milestones");
        Behind.When(Add("2021-07-14", "nobody")).Refused("unknown-unit", RefusalKind.Invalid, "unit");
        Behind.When(Add("2021-07-14", "bureaus")).Refused("group-not-named", RefusalKind.Invalid, "unit");
        Behind.When(Add("2021-07-14", "energy", "late")).Refused("unknown-category", RefusalKind.Invalid, "category");
        Behind.When(Add("2021-07-14", "energy", milestones: [])).Refused("unknown-milestone", RefusalKind.Invalid, "milestones");
        Behind.When(Add("2021-07-14", "energy", milestones: ["1.1-m8", "1.1-m8"])).Refused("milestones-twice", RefusalKind.Invalid, "milestones");
    }

    [Fact]
    public void A_step_that_is_due_on_the_last_day_is_not_overdue_at_the_cut() =>
        Begun.And(Step("1.1-m4", "north", "2021-06-30", People.Energy, "2021-03-01"), Step("1.1-m4", "water", "2021-06-21", People.Energy, "2021-03-01"))
            .And([.. Inspections.InspectionActs.Opened("2021H1", "2021-06-20"), Close("2021H1", "2021-07-12")]).And(Draft("2021-07-13"))
            .When(Add("2021-07-14", "north", milestones: [Step1])).Refused("step-not-overdue", RefusalKind.Invalid, "milestones");

    [Fact]
    public void A_falsehood_that_the_cut_proposes_can_be_named_again_once_its_entry_was_struck()
    {
        Drafted.When(Add("2021-07-14", "energy", "hollow", ["1.1-m2"])).Refused("entry-named-already", RefusalKind.Conflict, "milestones");
        var struck = Drafted.And(Strike("2021-07-14"), ConfirmLast("2021-07-14"));
        var facts = Of(struck.And(Add("2021-07-15", "energy", "hollow", ["1.1-m2"]), ConfirmLast("2021-07-15"))).Entries[^1].Facts;
        (facts.Ground, facts.Category).ShouldBe(("returned-untrue", "hollow"));
        facts.Events.ShouldBe(Entry(Drafted).Facts.Events);
        struck.When(Add("2021-07-15", "energy", "hollow", ["1.1-m1"])).Refused("hollow-not-found", RefusalKind.Invalid, "milestones");
    }

    [Fact]
    public void A_region_s_late_step_and_a_paper_left_unanswered_are_grounds_too()
    {
        var step = Of(Behind.And(Add("2021-07-14", "north", milestones: [Step1]), ConfirmLast("2021-07-14"))).Entries[^1].Facts;
        (step.Ground, step.Days, step.Milestones.Single()).ShouldBe(("steps-overdue", 9, Step1));
        Behind.When(Add("2021-07-14", "energy", milestones: [Step1])).Refused("unknown-milestone", RefusalKind.Invalid, "milestones");
        // The draft proposes the instruction by itself; struck, the office can name it again.
        var proposed = Of(Behind).Entries.Single(e => e.Unit == "north");
        Behind.When(Add("2021-07-14", "north", "weak", ["1.1-m4"])).Refused("entry-named-already", RefusalKind.Conflict, "milestones");
        var again = Of(Behind.And(Strike("2021-07-14", proposed.Id), ConfirmLast("2021-07-14"), Add("2021-07-15", "north", "weak", ["1.1-m4"]), ConfirmLast("2021-07-15"))).Entries[^1].Facts;
        (again.Ground, again.Days).ShouldBe(("instruction-unanswered", 30));
        again.Events.ShouldBe(proposed.Facts.Events);
    }
}
