using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>OpenInspection and CloseInspection.</summary>
public class RoundsTests
{
    private static readonly Story Start = Given(Issued());

    [Fact]
    public void The_office_opens_a_round_on_the_half_years_first_day() =>
        Start.And(Announced("2021H2", "2021-07-01")).When(Open("2021H2", "2021-07-01")).Then(new InspectionOpened(InventedPlan.Id, "2021H2"));

    [Fact]
    public void Nobody_else_opens_or_closes_one()
    {
        Start.When(Open("2021H1", "2021-06-01").By(People.GroupOffice)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        Start.And(Opened("2021H1", "2021-06-01")).When(Close("2021H1", "2021-07-10").By(People.GroupOffice)).Refused("role-not-allowed", RefusalKind.NotAllowed);
    }

    [Theory]
    [InlineData("2020H2")]
    [InlineData("2023H1")]
    public void A_round_is_of_a_half_year_of_the_plan(string halfYear) =>
        Start.When(Open(halfYear, "2023-06-01")).Refused("half-year-outside-plan", RefusalKind.Invalid, "halfYear");

    [Fact]
    public void A_round_is_not_opened_before_its_half_year_nor_twice()
    {
        Start.When(Open("2021H2", "2021-06-30")).Refused("half-year-not-begun", RefusalKind.Conflict, "halfYear");
        Start.And(Opened("2021H1", "2021-06-01")).When(Open("2021H1", "2021-06-02")).Refused("round-open-already", RefusalKind.Conflict, "halfYear");
    }

    [Fact]
    public void A_round_is_opened_by_an_approved_scheme()
    {
        Start.When(Open("2021H1", "2021-06-01")).Refused("scheme-not-approved", RefusalKind.Conflict, "halfYear");
        Start.And(Draft("2021H1", "2021-06-01")).When(Open("2021H1", "2021-06-01")).Refused("scheme-not-approved", RefusalKind.Conflict, "halfYear");
        Start.And(Announced("2021H1", "2021-06-01")).When(Open("2021H1", "2021-06-01")).Accepted();
    }

    [Fact]
    public void Closing_freezes_the_tree_size_the_rule_set_and_the_hash()
    {
        var open = Start.And(Opened("2021H1", "2021-06-01"));
        var closed = open.When(Close("2021H1", "2021-07-01")).Decision.Events.ShouldHaveSingleItem().ShouldBeOfType<InspectionClosed>();
        (closed.HalfYear, closed.TreeSize, closed.EffectiveOn, closed.RuleSet, closed.RuleSetVersion, closed.DataSetSha256)
            .ShouldBe(("2021H1", open.Events.Count, Day("2021-06-30"), "default", 1, new string('1', 64)));
    }

    [Fact]
    public void A_round_closes_once_after_its_last_day_and_after_every_earlier_one()
    {
        Start.When(Close("2021H1", "2021-07-10")).Refused("unknown-round", RefusalKind.NotFound);
        var open = Start.And(Opened("2021H1", "2021-06-01"));
        open.When(Close("2021H1", "2021-06-30")).Refused("half-year-not-over", RefusalKind.Conflict);
        open.And(Opened("2021H2", "2021-07-01")).When(Close("2021H2", "2022-01-10")).Refused("earlier-round-open", RefusalKind.Conflict);
        Start.And(Opened("2021H2", "2021-07-01")).When(Close("2021H2", "2022-01-10")).Refused("earlier-round-open", RefusalKind.Conflict);
        var closed = open.And(Close("2021H1", "2021-07-10"));
        closed.When(Close("2021H1", "2021-07-11")).Refused("round-closed-already", RefusalKind.Conflict);
        closed.And(Opened("2021H2", "2021-07-11")).When(Close("2021H2", "2022-01-10")).Accepted();
    }
}
