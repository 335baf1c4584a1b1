using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

public class CoordinationDutiesTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Asked = Start.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"));
    private static readonly Story Ordered = Start.And(Draft(["north", "energy"], "2021-05-31", "2021-05-10", ["1.1-m1"]));

    [Fact]
    public void A_request_waits_for_the_unit_then_for_the_office_too()
    {
        Told(Asked, "2021-05-17").ShouldBe(["request-to-answer water 2021-05-10 2021-05-17"]);
        Told(Asked, "2021-05-18").ShouldBe(["request-to-answer water 2021-05-10 2021-05-17", "request-to-adjudicate  2021-05-17 2021-05-31"]);
        Told(Asked.And(Answer(false, People.Water, "2021-05-12")), "2021-05-12").ShouldBe(["request-to-adjudicate  2021-05-12 2021-05-26"]);
    }

    [Fact]
    public void What_binds_waits_for_the_delivery_and_a_delivery_for_the_lead()
    {
        var bound = Asked.And(Adjudicate(true, "2021-06-20", "2021-05-18"));
        Told(bound, "2021-05-18").ShouldBe(["request-to-fulfil water 2021-05-10 2021-06-20"]);
        Told(bound.And(Escalate(People.Water, "2021-05-19")), "2021-05-19").ShouldBe(["request-to-decide  2021-05-19 2021-06-02", "request-to-fulfil water 2021-05-10 2021-06-20"]);
        var delivered = bound.And(Deliver(People.Water, "2021-06-10"));
        Told(delivered, "2021-06-24").ShouldBe(["fulfilment-to-confirm energy 2021-06-10 2021-06-24"]);
        Told(delivered, "2021-06-25").ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_waits_on_a_closed_milestone() =>
        Told(Asked.And(Done("1.1-m1", "energy", "2021-05-11", "2021-05-13")), "2021-05-13").ShouldBeEmpty();

    [Fact]
    public void An_order_waits_for_the_signature_then_for_each_unit_then_for_the_office()
    {
        Told(Ordered, "2021-05-10").ShouldBe(["order-to-sign  2021-05-10 2021-05-24"]);
        // It goes on waiting past its own limit.
        Told(Ordered, "2021-06-20").ShouldBe(["order-to-sign  2021-05-10 2021-05-24"]);
        var signed = Ordered.And(Sign("2021-05-11"));
        Told(signed, "2021-05-11").ShouldBe(["order-to-answer north,energy 2021-05-11 2021-05-31"]);
        Told(signed.And(ReplyTo(DemandKind.Order, People.North, "2021-05-12")), "2021-05-12").ShouldBe(["order-to-answer energy 2021-05-11 2021-05-31"]);
        var answered = signed.And(ReplyTo(DemandKind.Order, People.North, "2021-05-12"), ReplyTo(DemandKind.Order, People.Energy, "2021-05-13"));
        Told(answered, "2021-05-13").ShouldBe(["order-to-close  2021-05-13 2021-05-27"]);
        Told(answered.And(CloseIt("2021-05-14")), "2021-05-14").ShouldBeEmpty();
    }

    [Fact]
    public void Instructions_urges_and_disputes_wait()
    {
        Told(Start.And(Instruct(["north"], "2021-05-31", "2021-05-10")), "2021-06-01").ShouldBe(["instruction-to-answer north 2021-05-10 2021-05-31"]);
        Told(Start.And(Urge(["north"], null, "2021-05-10")), "2021-06-01").ShouldBe(["urge-to-answer north 2021-05-10 "]);
        var disputed = Start.And(Dispute("1.1", People.Energy, "2021-01-18"));
        Told(disputed, "2021-01-18").ShouldBe(["dispute-to-release energy 2021-01-18 2021-01-22"]);
        Told(disputed, "2021-01-23").ShouldBeEmpty();
        Told(disputed.And(LetOut("energy", "2021-01-19")), "2021-01-19").ShouldBe(["dispute-to-decide  2021-01-19 2021-02-02"]);
    }

    /// <summary>A duty is shown to whoever may do it, and to nobody else: those who are shown it are accepted by the decision.</summary>
    [Fact]
    public void Whoever_it_waits_for_may_do_it()
    {
        var day = Day("2021-05-18");
        var duty = Waiting(Asked, "2021-05-18").Single(d => d.Kind == "request-to-adjudicate");
        foreach (var home in new[] { "inspectorate", "energy", "water", "housing", "tax" })
            duty.IsOf(People.Inspector(home), day, Asked.Plan).ShouldBe(Asked.Decide(Adjudicate(true, "2021-06-20", "2021-05-18").By(People.Inspector(home))).Refusal is null, home);
        var toSign = Waiting(Ordered, "2021-05-10").Single();
        toSign.IsOf(People.Leader, Day("2021-05-10"), Ordered.Plan).ShouldBeTrue();
        toSign.IsOf(People.Leader with { Sub = "inspector" }, Day("2021-05-10"), Ordered.Plan).ShouldBeFalse();
        toSign.IsOf(People.Leader with { HomeUnit = "energy" }, Day("2021-05-10"), Ordered.Plan).ShouldBeFalse();
    }

    private static IEnumerable<Duty> Waiting(Story story, string day) => CoordinationDuties.Of(story.State, Day(day));

    private static IEnumerable<string> Told(Story story, string day) =>
        Waiting(story, day).Select(d => $"{d.Kind} {string.Join(',', d.Units)} {d.Since:yyyy-MM-dd} {d.Limit:yyyy-MM-dd}");
}
