using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

/// <summary>批示、催办单、督办单.</summary>
public class PapersTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Drafted = Start.And(Draft(["north", "energy"], "2021-05-31", "2021-05-10", ["1.1-m1"]));
    private static readonly Story Signed = Drafted.And(Sign("2021-05-11"));

    [Fact]
    public void The_leader_instructs_and_an_addressee_replies()
    {
        Start.When(Instruct(["north", "water"], "2021-05-31", "2021-05-10", ["1.1-m1"])).Then(new InstructionGiven(["north", "water"], ["1.1-m1"], Day("2021-05-31"), Sealed()));
        var given = Start.And(Instruct(["north", "water"], "2021-05-31", "2021-05-10"));
        given.When(ReplyTo(DemandKind.Instruction, People.North, "2021-05-20", evidence: [Evidence])).Then(new InstructionReplied(given.Last, "north", Sealed(), [Evidence]));
        given.When(ReplyTo(DemandKind.Instruction, People.Energy, "2021-05-20")).Refused("not-addressed-to-you", RefusalKind.NotAllowed);
        given.When(ReplyTo(DemandKind.Instruction, People.North, "2021-05-20", text: Text(""))).Refused("text-empty", RefusalKind.Invalid, "text");
        given.When(ReplyTo(DemandKind.Instruction, People.North, "2021-05-20", evidence: ["x"])).Refused("evidence-not-a-hash", RefusalKind.Invalid, "evidence");
        given.When(ReplyTo(DemandKind.Instruction, People.North, "2021-05-20", paper: Guid.Empty)).Refused("unknown-instruction", RefusalKind.NotFound, "instruction");
    }

    [Fact]
    public void A_paper_names_known_units_and_milestones_and_a_day_to_come()
    {
        Start.When(Instruct([], "2021-05-31", "2021-05-10")).Refused("units-empty", RefusalKind.Invalid, "units");
        Start.When(Instruct(["nobody"], "2021-05-31", "2021-05-10")).Refused("unknown-unit", RefusalKind.Invalid, "units");
        Start.When(Instruct(["bureaus"], "2021-05-31", "2021-05-10")).Refused("name-the-members", RefusalKind.Invalid, "units");
        Start.When(Instruct(["north"], "2021-05-09", "2021-05-10")).Refused("date-out-of-bounds", RefusalKind.Invalid, "limit");
        Start.When(Instruct(["north"], "2021-05-31", "2021-05-10", ["1.1-m9"])).Refused("unknown-milestone", RefusalKind.NotFound);
        Start.When(Instruct(["north"], "2021-05-31", "2021-05-10", ["1.1-m1", "1.1-m1"])).Refused("milestone-twice", RefusalKind.Invalid, "milestones");
        Start.When(Instruct(["north"], "2021-05-31", "2021-05-10", text: Text(""))).Refused("text-empty", RefusalKind.Invalid, "text");
    }

    [Fact]
    public void The_office_urges_with_or_without_a_limit()
    {
        Start.When(Urge(["energy"], null, "2021-05-10", ["1.1-m1"])).Then(new UrgeIssued(["energy"], ["1.1-m1"], null, Sealed()));
        var urged = Start.And(Urge(["energy"], "2021-05-20", "2021-05-10"));
        urged.When(ReplyTo(DemandKind.Urge, People.Energy, "2021-05-12")).Then(new UrgeAnswered(urged.Last, "energy", Sealed(), []));
        urged.When(ReplyTo(DemandKind.Urge, People.Energy, "2021-05-12", paper: Guid.Empty)).Refused("unknown-urge", RefusalKind.NotFound, "urge");
    }

    [Fact]
    public void The_office_drafts_and_another_person_a_leader_signs()
    {
        Start.When(Draft(["north"], "2021-05-31", "2021-05-10", ["1.1-m1"])).Then(new OrderDrafted(["north"], ["1.1-m1"], Day("2021-05-31"), "inspectorate", Sealed()));
        Drafted.When(Sign("2021-05-11")).Then(new OrderSigned(Drafted.Last));
        Drafted.When(Sign("2021-05-11").By(People.Leader with { Sub = "inspector" })).Refused("drafter-never-signs", RefusalKind.NotAllowed);
        Drafted.When(Sign("2021-06-01")).Refused("limit-passed", RefusalKind.Conflict, "order");
        // A draft that waited past its limit is signed with another one.
        Drafted.When(Sign("2021-06-01", limit: "2021-06-15")).Then(new OrderSigned(Drafted.Last, Day("2021-06-15")));
        Drafted.And(Sign("2021-06-01", limit: "2021-06-15")).Task("1").Coordination.Demands.ShouldHaveSingleItem().Limit.ShouldBe(Day("2021-06-15"));
        Drafted.When(Sign("2021-06-01", limit: "2021-05-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "limit");
        Signed.When(Sign("2021-05-12")).Refused("order-signed", RefusalKind.Conflict, "order");
        Drafted.When(Sign("2021-05-11", Guid.Empty)).Refused("unknown-order", RefusalKind.NotFound, "order");
    }

    [Theory]
    [InlineData("north")]
    [InlineData("water")]
    public void Nobody_drafts_or_signs_an_order_where_the_home_unit_is_asked_or_concerned(string home)
    {
        Start.When(Draft(["north"], "2021-05-31", "2021-05-10", ["1.1-m1"]).By(People.Inspector(home))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        Drafted.When(Sign("2021-05-11").By(People.Leader with { HomeUnit = home })).Refused("home-unit-involved", RefusalKind.NotAllowed);
    }

    [Fact]
    public void Only_a_unit_with_a_part_in_the_task_is_asked()
    {
        // Tax leads task 3 and has no part in task 1; a region carries out every task; who was relieved has had its part.
        Start.When(Instruct(["tax"], "2021-05-31", "2021-05-10")).Refused("unit-without-part", RefusalKind.Invalid, "units");
        Start.When(Urge(["tax"], null, "2021-05-10")).Refused("unit-without-part", RefusalKind.Invalid, "units");
        Start.When(Draft(["tax"], "2021-05-31", "2021-05-10")).Refused("unit-without-part", RefusalKind.Invalid, "units");
        Start.And(Reassign("1.1", ["tax"], "2021-03-01"), Reassign("1.1", ["energy"], "2021-04-01")).When(Instruct(["tax"], "2021-05-31", "2021-05-10")).Accepted();
    }

    [Fact]
    public void Only_a_signed_order_is_answered_and_only_an_answered_one_is_closed()
    {
        Drafted.When(ReplyTo(DemandKind.Order, People.North, "2021-05-20")).Refused("order-not-signed", RefusalKind.Conflict, "order");
        Drafted.When(CloseIt("2021-05-20")).Refused("order-not-signed", RefusalKind.Conflict, "order");
        var half = Signed.And(ReplyTo(DemandKind.Order, People.North, "2021-05-20"));
        half.When(CloseIt("2021-05-25")).Refused("order-unanswered", RefusalKind.Conflict, "order");
        var whole = half.And(ReplyTo(DemandKind.Order, People.Energy, "2021-05-24"));
        whole.When(CloseIt("2021-05-25")).Then(new OrderClosed(Drafted.Last, "inspectorate", Sealed()));
        whole.When(CloseIt("2021-05-25", finding: Text(""))).Refused("text-empty", RefusalKind.Invalid, "finding");
        whole.And(CloseIt("2021-05-25")).When(ReplyTo(DemandKind.Order, People.North, "2021-05-26")).Refused("order-closed", RefusalKind.Conflict, "order");
        whole.When(CloseIt("2021-05-25", home: "energy")).Refused("home-unit-involved", RefusalKind.NotAllowed);
        whole.When(CloseIt("2021-05-25").By(People.Office)).Refused("doer-never-verifies", RefusalKind.NotAllowed);
        // What was answered may be added to.
        whole.When(ReplyTo(DemandKind.Order, People.North, "2021-05-25")).Accepted();
    }

    [Fact]
    public void An_urge_is_no_order() =>
        Start.And(Urge(["north"], "2021-05-31", "2021-05-10")).When(ReplyTo(DemandKind.Order, People.North, "2021-05-12", paper: Start.And(Urge(["north"], "2021-05-31", "2021-05-10")).Last))
            .Refused("unknown-order", RefusalKind.NotFound, "order");
}
