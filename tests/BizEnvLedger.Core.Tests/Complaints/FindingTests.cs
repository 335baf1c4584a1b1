using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

public class FindingTests
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Answering = Begun.And(Receive("2021-03-01", milestone: "1.1-m1"), Dispatch("2021-03-01")).And(Answered("2021-03-02"));
    private static readonly Story Upheld = Answering.And(Uphold("2021-03-08"));

    /// <summary>The milestone was claimed, verified and closed before the complaint came.</summary>
    private static readonly Story OnClosed = Begun.And(Done("1.1-m1", "energy", "2021-02-20", verified: "2021-02-25"))
        .And(Receive("2021-03-01"), Dispatch("2021-03-01")).And(Answered("2021-03-02")).And(Uphold("2021-03-08"));

    [Fact]
    public void An_inspector_who_heard_the_unit_finds_it_founded_or_not()
    {
        Answering.When(Uphold("2021-03-08", heard: "2021-03-05")).Then(new ComplaintUpheld("c1", "energy", ["1.1-m1"], true, Day("2021-03-05"), Sealed(), Sealed(), "inspectorate"));
        Answering.When(Reject("2021-03-08")).Then(new ComplaintRejected("c1", "energy", Day("2021-03-08"), Sealed(), Sealed(), "inspectorate"));
        Answering.When(Uphold("2021-03-08", milestones: [], absent: false)).Accepted();
    }

    [Fact]
    public void Nobody_is_found_against_unheard()
    {
        Answering.When(Uphold("2021-03-08", heard: "")).Refused("unit-not-heard", RefusalKind.Invalid, "heardOn");
        Answering.When(Uphold("2021-03-08", heard: "2021-02-28")).Refused("unit-not-heard", RefusalKind.Invalid, "heardOn");
        Answering.When(Uphold("2021-03-08", heard: "2021-03-09")).Refused("date-in-future", RefusalKind.Invalid, "heardOn");
        Answering.When(Uphold("2021-03-08", said: Text(""))).Refused("text-empty", RefusalKind.Invalid, "heard");
        Answering.When(Uphold("2021-03-08", finding: Text(""))).Refused("text-empty", RefusalKind.Invalid, "finding");
        Answering.When(Uphold("2021-03-08", unit: "water")).Refused("unit-not-asked", RefusalKind.Invalid, "unit");
        Begun.And(Receive("2021-03-01")).When(Uphold("2021-03-08")).Refused("not-dispatched", RefusalKind.Conflict);
    }

    [Fact]
    public void An_absent_deliverable_is_one_of_the_plans_that_the_unit_leads()
    {
        Answering.When(Uphold("2021-03-08", milestones: [])).Refused("milestones-missing", RefusalKind.Invalid, "milestones");
        Answering.When(Uphold("2021-03-08", milestones: ["1.9-m1"])).Refused("unknown-milestone", RefusalKind.Invalid, "milestones");
        Answering.When(Uphold("2021-03-08", milestones: ["2.1-m3"])).Refused("unit-leads-it-not", RefusalKind.Invalid, "unit");
        // Whoever claimed it answers for it after the handover too.
        Begun.And(Claimed("1.1-m1", "energy", "2021-02-20")).And(Reassign("1.1", ["tax"], "2021-02-25", cooperating: []), Receive("2021-03-01"), Dispatch("2021-03-01"))
            .When(Uphold("2021-03-08")).Accepted();
    }

    [Fact]
    public void Whoever_entered_it_or_answered_and_whose_home_unit_is_party_finds_nothing()
    {
        foreach (var home in new[] { "energy", "water", "housing" })
            Answering.When(Uphold("2021-03-08").By(People.Inspector(home))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        Begun.And(Register("2021-03-01"), Dispatch("2021-03-01")).When(Uphold("2021-03-08").By(People.Office)).Refused("doer-never-verifies", RefusalKind.NotAllowed);
        Upheld.When(Reject("2021-03-09")).Refused("found-already", RefusalKind.Conflict);
    }

    [Fact]
    public void An_inspector_goes_to_a_closed_milestone_once()
    {
        OnClosed.When(VisitTo("1.1-m1", false, "2021-03-10")).Then(new UpheldMilestoneVisited("c1", "1.1-m1", false, Sealed(), "inspectorate"));
        OnClosed.And(VisitTo("1.1-m1", false, "2021-03-10")).When(VisitTo("1.1-m1", true, "2021-03-11")).Refused("visited-already", RefusalKind.Conflict);
        OnClosed.When(VisitTo("1.1-m2", false, "2021-03-10")).Refused("milestone-not-upheld", RefusalKind.NotFound);
        OnClosed.When(VisitTo("1.1-m1", false, "2021-03-10", finding: Text(""))).Refused("text-empty", RefusalKind.Invalid, "finding");
        Answering.When(VisitTo("1.1-m1", false, "2021-03-10")).Refused("milestone-not-upheld", RefusalKind.NotFound);
    }

    [Fact]
    public void A_complaint_is_hollow_only_where_an_inspector_finds_the_deliverable_absent()
    {
        static IEnumerable<ProposedEntry> Hollow(Story story, string half = "2021H1", string closing = "2021-07-10") => story.HalfYear(half, closing).Proposed.Where(p => p.Category == "hollow");
        Hollow(Answering).ShouldBeEmpty();
        Hollow(Answering.And(Reject("2021-03-08"))).ShouldBeEmpty();
        Hollow(Answering.And(Uphold("2021-03-08", milestones: [], absent: false))).ShouldBeEmpty();
        var entry = Hollow(Upheld).ShouldHaveSingleItem();
        (entry.Unit.Id, entry.Rule).ShouldBe(("energy", "complaint-upheld"));
        entry.Milestones.ShouldBe(["1.1-m1"]);
        entry.Events.ShouldBe([Upheld.State.Complaints["c1"].Received.Event, Upheld.Last]);
        // Due on 30 June, the half-year's last day: no day of delay yet.
        entry.OwnDays.ShouldBe([0]);
        Hollow(Upheld, "2021H2", "2022-01-10").ShouldBeEmpty();
        Hollow(OnClosed.And(VisitTo("1.1-m1", true, "2021-03-10"))).ShouldBeEmpty();
        Hollow(OnClosed.And(VisitTo("1.1-m1", false, "2021-03-10"))).ShouldHaveSingleItem().Events.Count.ShouldBe(3);
    }

    [Fact]
    public void A_founded_complaint_on_a_unit_of_other_authority_is_told_in_a_letter()
    {
        var view = Begun.And(Receive("2021-03-01"), Dispatch("2021-03-01", units: ["court"])).And(Uphold("2021-03-08", unit: "court", milestones: ["2.2-m1"])).HalfYear("2021H1", "2021-07-10");
        view.Letters.ShouldContain(l => l.Unit.Id == "court" && l.Rule == "complaint-upheld");
        view.Proposed.ShouldNotContain(p => p.Unit.Id == "court");
    }

    [Fact]
    public void Only_what_was_upheld_is_exposed_by_two_persons()
    {
        Answering.When(Propose("2021-03-09")).Refused("not-upheld", RefusalKind.Conflict);
        Answering.And(Reject("2021-03-08")).When(Propose("2021-03-09")).Refused("not-upheld", RefusalKind.Conflict);
        Upheld.When(Propose("2021-03-09", Visibility.OnRequest)).Then(new ExposureProposed("c1", Visibility.OnRequest, Sealed()));
        Upheld.When(Propose("2021-03-09", text: Text(""))).Refused("text-empty", RefusalKind.Invalid, "publicText");
        var proposed = Upheld.And(Propose("2021-03-09"));
        proposed.When(Propose("2021-03-09")).Refused("exposure-pending", RefusalKind.Conflict);
        proposed.When(DecideOn("2021-03-10", exposure: Guid.Empty)).Refused("unknown-exposure", RefusalKind.NotFound, "exposure");
        proposed.When(DecideOn("2021-03-10").By(People.GroupOffice with { Sub = "inspector" })).Refused("proposer-never-approves", RefusalKind.NotAllowed);
        proposed.When(DecideOn("2021-03-10")).Then(new ExposureDecided("c1", proposed.Last, true));
        proposed.And(DecideOn("2021-03-10", approved: false)).When(DecideOn("2021-03-11")).Refused("exposure-decided-already", RefusalKind.Conflict, "exposure");
        proposed.And(DecideOn("2021-03-10", approved: false)).When(Propose("2021-03-11")).Accepted();
    }
}
