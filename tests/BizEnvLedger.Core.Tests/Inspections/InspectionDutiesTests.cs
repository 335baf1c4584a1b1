using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

public class InspectionDutiesTests
{
    private static readonly Story Start = Given([Issued(), .. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25")]);

    [Fact]
    public void A_round_waits_for_scheme_approval_opening_closing_draw_and_checks_in_turn()
    {
        Duties(Start, "2021-06-30").ShouldBeEmpty();
        Duties(Start, "2021-07-01").ShouldBe(["round-proposed 2021H1"]);
        var drafted = Start.And(Draft("2021H1", "2021-07-01"));
        Duties(drafted, "2021-07-01").ShouldBe(["scheme-waits 2021H1"]);
        var approved = drafted.And(Approve("2021H1", "2021-07-02"));
        Duties(approved, "2021-07-02").ShouldBe(["round-to-open 2021H1"]);
        var open = approved.And(Open("2021H1", "2021-07-02"));
        Duties(open, "2021-06-30").ShouldBeEmpty();
        Duties(open, "2021-07-02").ShouldBe(["round-to-close 2021H1"]);
        var closed = open.And(Close("2021H1", "2021-07-10"), Report("1.2", People.Water, "2021-07-12"));
        Duties(closed, "2021-07-11").ShouldBeEmpty();
        Duties(closed, "2021-07-12").ShouldBe(["draw-due 2021H1"]);
        var drawn = closed.And(Draw("2021H1", "2021-07-13"));
        Duties(drawn, "2021-07-13").ShouldBe(["spot-check-due 1.1-m1"]);
        Duties(drawn.And(Check("2021H1", "1.1-m1", CheckOutcome.Passed, "2021-07-20")), "2021-07-20").ShouldBeEmpty();
    }

    [Fact]
    public void A_duty_is_of_those_who_may_answer_it()
    {
        var drafted = Start.And(Draft("2021H1", "2021-07-01"));
        var approval = InspectionDuties.Of(drafted.State, Day("2021-07-01")).Single();
        (approval.IsOf(People.Leader, Day("2021-07-01"), drafted.Plan), approval.IsOf(People.Office, Day("2021-07-01"), drafted.Plan)).ShouldBe((true, false));
        var drawn = drafted.And(Approve("2021H1", "2021-07-02"), Open("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10"), Report("1.2", People.Water, "2021-07-12"), Draw("2021H1", "2021-07-13"));
        var check = InspectionDuties.Of(drawn.State, Day("2021-07-13")).Single();
        check.IsOf(Second, Day("2021-07-13"), drawn.Plan).ShouldBeTrue();
        check.IsOf(People.Inspector("inspectorate"), Day("2021-07-13"), drawn.Plan).ShouldBeFalse("who verified it");
        check.IsOf(People.Inspector("housing", "x"), Day("2021-07-13"), drawn.Plan).ShouldBeFalse("a unit that cooperates");
    }

    private static IEnumerable<string> Duties(Story story, string day) => DutyList.Of(story.State, Day(day)).Where(d => InspectionRights.All.Any(r => r.Command == d.Command)).Select(d => $"{d.Kind} {d.Subject}");
}
