using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

public class DispatchingTests
{
    private static readonly Story Come = Given(Issued()).And(Receive("2021-03-01"));
    private static readonly Story Sent = Come.And(Dispatch("2021-03-01"));

    private static DateTimeOffset At(string time) => new(DateTime.Parse(time), TimeSpan.FromHours(8));

    [Theory]
    [InlineData("2021-03-01", "2021-03-02 11:00", "2021-03-22")]
    [InlineData("2021-09-30", "2021-10-08 11:00", "2021-10-27")]
    [InlineData("2021-10-08", "2021-10-09 11:00", "2021-10-28")]
    [InlineData("2021-06-30", "2021-07-01 11:00", "2021-07-21")]
    public void Dispatch_starts_eight_working_hours_and_fifteen_working_days(string on, string response, string resolve) =>
        Come.When(Dispatch(on, task: "1", brief: Text())).Then(new ComplaintDispatched("c1", ["energy"], "1", null, Sealed(), At(response), Day(resolve)));

    [Fact]
    public void A_group_is_dispatched_to_as_its_members_of_the_day()
    {
        Come.And(Dispatch("2021-03-01", units: ["bureaus", "housing"])).State.Complaints["c1"].Open.Select(t => t.Unit).ShouldBe(["housing", "water"], ignoreOrder: true);
        Come.And(Dispatch("2021-12-01", units: ["bureaus"])).State.Complaints["c1"].Open.Select(t => t.Unit).ShouldBe(["housing"]);
    }

    [Fact]
    public void It_is_dispatched_once_to_units_that_are_known()
    {
        Sent.When(Dispatch("2021-03-02")).Refused("dispatched-already", RefusalKind.Conflict);
        Come.When(Dispatch("2021-03-02", units: [])).Refused("units-empty", RefusalKind.Invalid, "units");
        Come.When(Dispatch("2021-03-02", units: ["nobody"])).Refused("unknown-unit", RefusalKind.Invalid, "units");
        Come.When(Dispatch("2021-03-02", milestone: "9.9-m1")).Refused("unknown-milestone", RefusalKind.Invalid, "milestone");
        Come.When(Dispatch("2021-03-02", id: "c9")).Refused("unknown-complaint", RefusalKind.NotFound);
    }

    [Fact]
    public void A_tips_officer_is_an_offices_person_and_never_of_the_unit_that_it_is_about()
    {
        // What earlier acts tell of somebody is tested at the naming …
        var known = Given(Issued()).And(Report("1.1", People.Energy with { Sub = "unit:energy" }, "2021-02-20"))
            .And(Claimed("1.1-m1", "energy", "2021-02-20")).And(Verify("1.1-m1", "2021-02-25").By(People.Inspector("north", "norman")))
            .And(Receive("2021-03-01", kind: ComplaintKind.Tip, unit: "north"));
        known.When(Name("unit:energy", "2021-03-01")).Refused("officer-acts-for-unit", RefusalKind.Invalid, "officer");
        known.When(Name("norman", "2021-03-01")).Refused("officer-in-conflict", RefusalKind.Invalid, "officer");
        // … and of whoever is unknown, by the token at the first reading.
        const string sub = "nobody-knows";
        var named = known.And(Name(sub, "2021-03-01"));
        named.When(Read("2021-03-02", People.Inspector("north", sub))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        named.When(Read("2021-03-02", People.North with { Sub = sub })).Refused("role-not-allowed", RefusalKind.NotAllowed);
        named.When(Read("2021-03-02", People.Inspector("inspectorate", sub) with { Units = new HashSet<string> { "north" } })).Refused("acts-for-unit", RefusalKind.NotAllowed);
        named.When(Read("2021-03-02", People.Inspector("inspectorate", sub))).Accepted();
    }

    [Fact]
    public void A_tip_is_dispatched_by_its_officer_with_a_brief_of_its_own()
    {
        var told = Given(Issued()).And(Tip("2021-03-01"));
        told.When(Dispatch("2021-03-01", brief: Text())).Refused("not-the-person-named", RefusalKind.NotAllowed);
        told.When(Dispatch("2021-03-01").By(Officer)).Refused("text-empty", RefusalKind.Invalid, "brief");
        told.When(Dispatch("2021-03-01", brief: Text()).By(Officer)).Accepted();
    }

    [Fact]
    public void Reassigning_gives_the_new_unit_its_own_clock_and_leaves_the_others_theirs()
    {
        var both = Come.And(Dispatch("2021-03-01", units: ["energy", "water"]), Reassigned("2021-03-03", ["water", "housing"]));
        both.State.Complaints["c1"].Open.Select(t => (t.Unit, t.ResponseLimit)).ShouldBe([("water", At("2021-03-02 11:00")), ("housing", At("2021-03-04 11:00"))]);
        both.State.Complaints["c1"].Turns.Single(t => t.Unit == "energy").HandedOver.ShouldNotBeNull();
    }

    [Fact]
    public void Reassigning_changes_the_units_of_what_is_not_resolved_and_says_why()
    {
        Come.When(Reassigned("2021-03-02", ["water"])).Refused("not-dispatched", RefusalKind.Conflict);
        Sent.When(Reassigned("2021-03-02", ["energy"])).Refused("same-units", RefusalKind.Conflict, "units");
        Sent.When(Reassigned("2021-03-02", ["water"], reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Sent.And(Answered("2021-03-02")).When(Reassigned("2021-03-02", ["water"])).Refused("resolved-already", RefusalKind.Conflict);
    }

    [Fact]
    public void A_repeat_is_linked_to_the_first_of_its_row()
    {
        var three = Come.And(Receive("2021-03-02", "c2"), Receive("2021-03-03", "c3"), Link("2021-03-03", "c2", "c1"));
        three.When(Link("2021-03-03", "c3", "c2")).Then(new ComplaintLinked("c3", "c1", Sealed()));
        three.When(Link("2021-03-03", "c2", "c1")).Refused("linked-already", RefusalKind.Conflict);
        three.When(Link("2021-03-03", "c1", "c3")).Refused("not-an-earlier-one", RefusalKind.Invalid, "earlier");
        three.When(Link("2021-03-03", "c3", "c3")).Refused("not-an-earlier-one", RefusalKind.Invalid, "earlier");
        three.When(Link("2021-03-03", "c3", "c9")).Refused("unknown-complaint", RefusalKind.NotFound);
        three.When(Link("2021-03-03", "c3", "c1", Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
    }

    [Fact]
    public void A_repeat_of_what_was_resolved_opens_it_again_with_new_limits()
    {
        var resolved = Sent.And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Satisfied), Receive("2021-03-04", "c2"));
        resolved.When(Link("2021-03-04", "c2", "c1")).Then(
            new ComplaintLinked("c2", "c1", Sealed()),
            new Addressed("harbour-2021:complaint:c1", new ComplaintReopened("c1", "c2", At("2021-03-05 11:00"), Day("2021-03-25"))));
        var again = resolved.And(Link("2021-03-04", "c2", "c1")).State.Complaints["c1"];
        (again.State, again.Turns.Count, again.Turns[0].Reopened is not null).ShouldBe((ComplaintState.Dispatched, 2, true));
        Sent.And(Receive("2021-03-04", "c2")).When(Link("2021-03-04", "c2", "c1")).Then(new ComplaintLinked("c2", "c1", Sealed()));
    }
}
