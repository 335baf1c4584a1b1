using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

/// <summary>推动不力 at the cut of the first half-year, 30 June 2021.</summary>
public class WeakTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Asked = Start.And(Ask("1.1-m2", "water", "2021-06-15", People.Energy, "2021-05-10"));

    [Fact]
    public void An_order_unanswered_past_its_limit_is_a_ground_and_one_answered_late_is_none()
    {
        var ordered = Start.And(Draft(["north", "energy"], "2021-06-10", "2021-05-10", ["1.1-m1"]), Sign("2021-05-11"), ReplyTo(DemandKind.Order, People.Energy, "2021-06-20"));
        var entry = Weak(ordered).ShouldHaveSingleItem();
        (entry.Unit.Id, entry.Rule, entry.Days).ShouldBe(("north", "order-unanswered", 20));
        entry.Milestones.ShouldBe(["1.1-m1"]);
        entry.Events.Count.ShouldBe(2);
        // A reply after the last day comes too late for this half-year.
        Weak(ordered.And(ReplyTo(DemandKind.Order, People.North, "2021-07-01"))).Count.ShouldBe(1);
        Weak(ordered.And(ReplyTo(DemandKind.Order, People.North, "2021-06-30"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2021-06-30", 0)]
    [InlineData("2021-06-29", 1)]
    public void A_limit_on_the_last_day_is_not_past(string limit, int entries) =>
        Weak(Start.And(Instruct(["north"], limit, "2021-05-10"))).Count.ShouldBe(entries);

    [Fact]
    public void An_unsigned_order_is_none() => Weak(Start.And(Draft(["north"], "2021-06-10", "2021-05-10"))).ShouldBeEmpty();

    [Fact]
    public void An_urge_is_none() => Weak(Start.And(Urge(["north"], "2021-05-20", "2021-05-10"))).ShouldBeEmpty();

    [Fact]
    public void An_adjudicated_request_is_a_ground_and_an_accepted_or_silent_one_is_none()
    {
        var ruled = Asked.And(Adjudicate(true, "2021-06-10", "2021-05-18"));
        var entry = Weak(ruled).ShouldHaveSingleItem();
        (entry.Unit.Id, entry.Rule, entry.Days).ShouldBe(("water", "request-unanswered", 20));
        Weak(ruled.And(Deliver(People.Water, "2021-06-25"))).ShouldBeEmpty();
        Weak(ruled.And(Deliver(People.Water, "2021-06-25"), Take(false, People.Energy, "2021-06-28"))).Count.ShouldBe(1);
        Weak(ruled.And(Done("1.1-m2", "energy", "2021-06-08", "2021-06-11"))).ShouldBeEmpty();
        Weak(Asked.And(Answer(true, People.Water, "2021-05-12"))).ShouldBeEmpty();
        Weak(Asked).ShouldBeEmpty();
    }

    [Fact]
    public void An_instruction_without_a_milestone_is_a_ground_too()
    {
        var entry = Weak(Start.And(Instruct(["north"], "2021-06-10", "2021-05-10"))).ShouldHaveSingleItem();
        (entry.Rule, entry.Milestones.Count, entry.Days).ShouldBe(("instruction-unanswered", 0, 20));
    }

    [Fact]
    public void A_unit_of_other_authority_gets_a_letter()
    {
        var view = Start.And(Reassign("1.1", ["energy"], "2021-03-01", cooperating: ["court"]), Instruct(["court"], "2021-06-10", "2021-05-10")).HalfYear("2021H1", "2021-07-10");
        view.Proposed.ShouldNotContain(p => p.Category == "weak");
        view.Letters.Single(p => p.Category == "weak").Unit.Id.ShouldBe("court");
    }

    [Fact]
    public void The_data_set_counts_and_lists_what_is_open()
    {
        var figures = Asked.And(Instruct(["north"], "2021-06-10", "2021-05-10"), Urge(["north"], null, "2021-05-10"), Draft(["water"], "2021-07-20", "2021-06-01"), Sign("2021-06-02"),
            Draft(["water"], "2021-07-20", "2021-06-01")).HalfYear("2021H1", "2021-07-10").Coordination!;
        (figures.Requests, figures.RequestsOpen, figures.Instructions, figures.InstructionsOpen, figures.Urges, figures.UrgesOpen, figures.Orders, figures.OrdersOpen).ShouldBe((1, 1, 1, 1, 1, 1, 1, 1));
        figures.Open.Select(o => (o.Kind, o.State, o.Days)).ShouldBe([("request", "withOffice", 15), ("instruction", "open", 20), ("order", "open", 0)]);
        figures.Unanswered.Select(u => (u.Rule, u.Unit.Id, u.Limit, u.Days)).ShouldBe([("instruction-unanswered", "north", Day("2021-06-10"), 20)]);
    }

    [Fact]
    public void What_comes_after_the_last_day_is_the_next_half_years()
    {
        var story = Start.And(Instruct(["north"], "2021-07-20", "2021-07-01"));
        story.HalfYear("2021H1", "2021-07-10").Coordination.ShouldBeNull();
        story.HalfYear("2021H2", "2022-01-10").Coordination!.Instructions.ShouldBe(1);
    }

    [Fact]
    public void Disputes_are_counted_by_what_became_of_them()
    {
        var story = Start.And(Dispute("1.1", People.Energy, "2021-01-18"), LetOut("energy", "2021-01-19"));
        story.HalfYear("2021H1", "2021-07-10").Coordination!.DisputesOpen.ShouldBe(1);
        var figures = story.And(Rule(true, "2021-01-25", ["north"])).HalfYear("2021H1", "2021-07-10");
        (figures.Coordination!.Disputes, figures.Coordination.DisputesUpheld, figures.Coordination.DisputesOpen).ShouldBe((1, 1, 0));
        figures.LeadChanges.Count.ShouldBe(1);
    }

    private static List<ProposedEntry> Weak(Story story) => [.. story.HalfYear("2021H1", "2021-07-10").Proposed.Where(p => p.Category == "weak")];
}
