using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.PlanTasks;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;
using ComplaintsOf = BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using RoundsOf = BizEnvLedger.Core.Tests.Inspections.InspectionActs;

namespace BizEnvLedger.Core.Tests.Units;

/// <summary>Papers, requests, complaints, findings and waiting figures of a unit that is gone are its successor's.</summary>
public class MattersOfSuccessorsTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Caller Industry1 = People.Clerk("industry"), Works1 = People.Clerk("works");

    private static Act WaterRenamed(string on) => Succeed(SuccessionKind.Rename, ["water"], ["works"], on, introduced: [Works]);

    private static Act EnergySplit(string on) => Succeed(SuccessionKind.Split, ["energy"], ["industry", "works"], on, introduced: [Industry, Works], given: [new("1.1", "works")]);

    private static ProposedEntry Weak(Story story) => story.HalfYear("2021H1", "2021-07-10").Proposed.Where(p => p.Category == "weak").ShouldHaveSingleItem();

    [Fact]
    public void A_paper_is_answered_by_the_successor_in_the_place_of_who_was_asked()
    {
        var ordered = Start.And(Draft(["energy"], "2021-06-10", "2021-05-10", ["1.1-m1"]), Sign("2021-05-11"), Renamed("2021-05-20"));
        ordered.When(ReplyTo(DemandKind.Order, People.Energy, "2021-05-25")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        DutyList.Of(ordered.State, Day("2021-05-25")).Single(d => d.Kind == "order-to-answer").IsOf(Industry1, Day("2021-05-25"), ordered.Plan).ShouldBeTrue();
        var order = ordered.Task("1").Coordination.Demands[0].Id;
        ordered.When(ReplyTo(DemandKind.Order, Industry1, "2021-05-25")).Then(new OrderReplied(order, "energy", Sealed(), []));
        ordered.And(ReplyTo(DemandKind.Order, Industry1, "2021-05-25")).When(CloseIt("2021-05-26")).Accepted();
        Start.And(Renamed("2021-05-01")).When(Draft(["energy"], "2021-06-10", "2021-05-10")).Refused("unit-succeeded", RefusalKind.Conflict, "units");
    }

    [Fact]
    public void Of_two_that_one_has_succeeded_each_is_answered_for()
    {
        var asked = Start.And(Instruct(["water", "housing"], "2021-06-10", "2021-05-10"), Succeed(SuccessionKind.Merge, ["water", "housing"], ["works"], "2021-05-20", introduced: [Works]));
        var once = asked.And(ReplyTo(DemandKind.Instruction, Works1, "2021-05-25"));
        once.Task("1").Coordination.Demands[0].UnansweredOn(Day("2021-05-25")).ShouldBe(["housing"]);
        once.And(ReplyTo(DemandKind.Instruction, Works1, "2021-05-26")).Task("1").Coordination.Demands[0].StateOn(Day("2021-05-26")).ShouldBe(DemandState.Answered);
    }

    [Fact]
    public void A_split_leaves_a_paper_with_who_was_given_what_it_is_about()
    {
        var story = Start.And(Instruct(["energy"], "2021-06-10", "2021-05-10", ["1.1-m1"]), EnergySplit("2021-05-20"));
        story.When(ReplyTo(DemandKind.Instruction, Industry1, "2021-05-25")).Refused("not-addressed-to-you", RefusalKind.NotAllowed);
        story.When(ReplyTo(DemandKind.Instruction, Works1, "2021-05-25")).Accepted();
        Weak(story).Unit.Id.ShouldBe("works");
    }

    [Fact]
    public void What_a_unit_left_unanswered_is_its_successors_to_answer_for_and_names_who_was_asked()
    {
        var entry = Weak(Start.And(Instruct(["energy"], "2021-06-10", "2021-05-10"), Renamed("2021-06-20")));
        (entry.Unit.Id, entry.Rule, entry.Days).ShouldBe(("industry", "instruction-unanswered", 20));
        entry.Formerly!.ShouldHaveSingleItem().Unit.Id.ShouldBe("energy");
        var request = Start.And(Ask("1.1-m2", "water", "2021-06-15", People.Energy, "2021-05-10"), Adjudicate(true, "2021-06-10", "2021-05-18"), WaterRenamed("2021-06-20"));
        (Weak(request).Unit.Id, Weak(request).Days).ShouldBe(("works", 20));
        request.HalfYear("2021H1", "2021-07-10").Coordination!.Unanswered.ShouldHaveSingleItem().Unit.Id.ShouldBe("works");
    }

    [Fact]
    public void A_request_binds_the_successor_and_its_days_fall_to_it_from_the_day_on()
    {
        var story = Start.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"), Answer(true, People.Water, "2021-05-12"), WaterRenamed("2021-07-05"));
        story.Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 4", "Cooperating works 2021-07-05 6"]);
        story.When(Deliver(People.Water, "2021-07-06")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        story.And(Deliver(Works1, "2021-07-06")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 4", "Cooperating works 2021-07-05 2", "Leads energy 2021-07-07 4"]);
        var units = story.HalfYear("2021H2", "2022-01-10").Units.Single(u => u.Id == "works");
        units.Formerly!.ShouldHaveSingleItem().DelayDays.ShouldBe(4);
    }

    [Fact]
    public void A_group_that_cooperates_loses_a_member_by_what_was_recorded_beside_the_documents()
    {
        var story = Start.And(Ask("1.1-m1", "housing", "2021-06-15", People.Energy, "2021-05-10"), Answer(true, People.Housing, "2021-05-12"), Leave("bureaus", "housing", "2021-07-05", until: "2021-07-06"));
        story.Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating housing 2021-07-01 6", "Leads energy 2021-07-07 4"]);
    }

    [Fact]
    public void A_complaint_is_answered_by_the_successor_and_what_was_upheld_is_its_own()
    {
        var sent = Start.And(ComplaintsOf.Receive("2021-03-01"), ComplaintsOf.Dispatch("2021-03-01"), Renamed("2021-03-02"));
        sent.When(ComplaintsOf.Answer("2021-03-03")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        sent.When(ComplaintsOf.Answer("2021-03-03", unit: "industry")).Then(new ComplaintAnswered("c1", "energy", AnswerKind.Resolution, Sealed(), []));
        var answered = sent.And(ComplaintsOf.Answer("2021-03-03", unit: "industry"));
        var waiting = answered.Last;
        answered.When(ComplaintsOf.Let("2021-03-03")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        var resolved = answered.And(ComplaintsOf.Let("2021-03-03", "industry", answer: waiting));
        resolved.State.Complaints["c1"].State.ShouldBe(ComplaintState.Resolved);
        resolved.When(ComplaintsOf.Answer("2021-03-04", unit: "industry")).Refused("resolved-already", RefusalKind.Conflict);
        var entry = resolved.And(ComplaintsOf.Uphold("2021-03-05"), ComplaintsOf.ConfirmAbsent("2021-03-06")).HalfYear("2021H1", "2021-07-10").Proposed.Single(p => p.Category == "hollow");
        (entry.Unit.Id, entry.Rule).ShouldBe(("industry", "complaint-upheld"));
        entry.Formerly!.ShouldHaveSingleItem().Unit.Id.ShouldBe("energy");
    }

    [Fact]
    public void A_finding_about_a_unit_that_is_gone_is_its_successors()
    {
        var said = Start.And(Report("1.1", People.Energy, "2021-05-02"));
        var story = said.And(Renamed("2021-06-01")).And(RoundsOf.Opened("2021H1", "2021-07-02"))
            .And(RoundsOf.Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [said.Last]), RoundsOf.Uphold("2021H1", "2021-07-06"));
        var entry = story.HalfYear("2021H1", "2021-07-10").Proposed.Single(p => p.Rule == "falsehood-found");
        (entry.Unit.Id, entry.Formerly!.Single().Unit.Id).ShouldBe(("industry", "energy"));
        // Whose home unit has become a party inspects it no more.
        said.And(Renamed("2021-06-01")).When(RoundsOf.Draft("2021H1", "2021-07-02", teams: [RoundsOf.Team(members: ("inspector", "energy"))])).Refused("member-in-conflict", RefusalKind.Invalid, "teams");
    }

    [Fact]
    public void A_figure_typed_before_is_released_by_the_successors_approver_and_corrected_by_it()
    {
        var typed = Start.And(Metric("1.1-i1", 5, People.Typist("energy"), "2021-06-01"));
        var entry = typed.Last;
        var story = typed.And(Renamed("2021-06-02"));
        story.When(ReleaseFigure("1", "energy", "2021-06-03", entry)).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        story.When(ReleaseFigure("1", "industry", "2021-06-03", entry)).Accepted();
        story.When(Correct("1", Industry1, "2021-06-03", entry, value: 6)).Accepted();
    }

    [Fact]
    public void Who_stands_for_one_that_acted_has_acted()
    {
        var story = Start.And(Acknowledge("1", People.Energy, "2021-01-20"), Renamed("2021-07-01"));
        DutyList.Of(story.State, Day("2021-07-02")).ShouldNotContain(d => d.Kind == "acknowledge" && d.Task == "1" && d.Units.Contains("industry"));
        SilentUnits.NeverActed(story.State, Day("2021-07-02")).ShouldNotContain(n => n.Task == "1" && n.Unit == "industry");
        SilentUnits.NeverActed(Start.And(Renamed("2021-07-01")).State, Day("2021-07-02")).ShouldContain(n => n.Task == "1" && n.Unit == "industry");
    }

    [Fact]
    public void A_step_that_its_owner_reported_waits_for_the_office_once()
    {
        var story = Start.And(Step("1.1-m2", "north", "2021-05-31", People.Energy, "2021-03-01"), Reported("1.1-m2-s1", People.North, "2021-05-20"));
        DutyList.Of(story.State, Day("2021-06-10")).Where(d => d.Subject == "1.1-m2-s1").ShouldHaveSingleItem().Kind.ShouldBe("step-to-confirm");
    }

    [Fact]
    public void A_notices_entry_keeps_the_days_of_who_was_before_apart()
    {
        var cut = Start.And([.. RoundsOf.Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10"), Renamed("2021-11-10")]).And(RoundsOf.Opened("2021H2", "2022-01-05"));
        var proposed = cut.HalfYear("2021H2", "2022-01-10").Proposed;
        var closed = cut.And(Close("2021H2", "2022-01-10"));
        var decision = Core.Notices.Acts.DraftNotice.Decide(closed.State, new(HalfYear.TryParse("2021H2", out var half) ? half : default, proposed), People.Office, new(default, Day("2022-01-11")));
        var entry = decision.Events.OfType<Core.Notices.NoticeDrafted>().ShouldHaveSingleItem().Entries.Single(e => e.Unit == "industry");
        var at = entry.Milestones.ToList().IndexOf("1.1-m1");
        (entry.Days, entry.OwnDays[at], entry.Formerly!.ShouldHaveSingleItem().Days[at]).ShouldBe((184, 52, 132));
        var other = entry.Milestones.First(m => m != "1.1-m1");
        (entry.Without([other]).Formerly!.Single().Days.Count, entry.Without(["1.1-m1"]).Formerly!.Single().Days.Count).ShouldBe((entry.Milestones.Count - 1, entry.Milestones.Count - 1));
    }

    [Fact]
    public void A_request_that_had_lapsed_does_not_bind_again_because_the_unit_was_merged_with_one_that_cooperates()
    {
        static Act Merged(string on) => Succeed(SuccessionKind.Merge, ["water", "housing"], ["works"], on, introduced: [Works]);
        var bound = Start.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"), Answer(true, People.Water, "2021-05-12"));
        // Water cooperates no more from 5 July on; housing does. On 10 July both become one.
        var lapsed = bound.And(Reassign("1.1", ["energy"], "2021-07-05", cooperating: ["housing"]));
        lapsed.And(Merged("2021-07-10")).Accounts("1.1-m1", "2021-07-20").ShouldBe(["Cooperating water 2021-07-01 4", "Leads energy 2021-07-05 16"]);
        CoordinationDuties.Of(lapsed.And(Merged("2021-07-10")).State, Day("2021-07-12")).ShouldNotContain(d => d.Kind == "request-to-fulfil");
        // Still bound on the day before, it binds who comes after.
        bound.And(Merged("2021-07-10")).Accounts("1.1-m1", "2021-07-20").ShouldBe(["Cooperating water 2021-07-01 9", "Cooperating works 2021-07-10 11"]);
        // Merged first, the successor's part ends with its own.
        bound.And(Merged("2021-07-03"), Reassign("1.1", ["energy"], "2021-07-05", cooperating: ["tax"])).Accounts("1.1-m1", "2021-07-20")
            .ShouldBe(["Cooperating water 2021-07-01 2", "Cooperating works 2021-07-03 2", "Leads energy 2021-07-05 16"]);
        // Nor does the year's score count what had lapsed before its limit came.
        var early = Start.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"), Answer(true, People.Water, "2021-05-12"), Reassign("1.1", ["energy"], "2021-06-01", cooperating: ["housing"]), Merged("2021-06-05"));
        Delivered(early).ShouldBe(0);
        Delivered(bound.And(Merged("2021-06-05"))).ShouldBe(1);
        // A lead owes itself nothing, also when it cooperates again by the limit.
        Delivered(bound.And(Reassign("1.1", ["water"], "2021-06-01"), Reassign("1.1", ["energy"], "2021-06-03", cooperating: ["water"]), Merged("2021-06-05"))).ShouldBe(0);

        static decimal Delivered(Story story)
        {
            var list = Appraisals.Rulings.List(Appraisals.Rulings.Line("only", "cooperation-delivered", 100, Core.Plans.Direction.Up));
            return Appraisals.AppraisalActs.Line(Appraisals.AppraisalActs.Sheets(story, "2022-01-10", 2021, Appraisals.Rulings.Plain with { Lists = new(list, list, list) }), "works", "only").Denominator;
        }
    }

    [Fact]
    public void A_withdrawn_request_is_taken_back_also_by_who_has_succeeded_the_lead() =>
        Start.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"), Renamed("2021-05-20")).When(Withdraw(RequestKind.Cooperation, Industry1, "2021-05-21")).Accepted();
}
