using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

/// <summary>What a claim does to the clock. 1.1-m1 is due on Wednesday 30 June, 1.1-m2 on Thursday 30 September before the free week.</summary>
public class ClaimClockTests
{
    private static readonly Story Start = Given(Issued());

    [Fact]
    public void Done_on_the_due_date_is_no_delay_and_a_day_later_is_one()
    {
        Start.And(Claimed("1.1-m1", "energy", "2021-06-30")).DelayDays("1.1-m1", "2021-07-20").ShouldBe(0);
        Start.And(Claimed("1.1-m1", "energy", "2021-07-01")).DelayDays("1.1-m1", "2021-07-20").ShouldBe(1);
    }

    [Fact]
    public void A_claim_recorded_within_the_grace_stops_the_clock_on_its_effective_date() =>
        Start.And(Claimed("1.1-m1", "energy", "2021-07-10", effective: "2021-06-30")).Accounts("1.1-m1", "2021-07-20").ShouldBeEmpty();

    [Fact]
    public void A_late_entered_claim_stops_the_clock_on_its_recording_day() =>
        Start.And(Claimed("1.1-m1", "energy", "2021-07-11", effective: "2021-06-30")).Accounts("1.1-m1", "2021-07-20").ShouldBe(["Leads energy 2021-07-01 11"]);

    [Fact]
    public void A_claim_released_past_the_grace_stops_the_clock_on_the_day_of_its_release_and_is_late_entered()
    {
        // Asked on the due date with whatever was at hand. The grace of ten days ends on 10 July.
        Story Let(string day) => Start.And(Claim("1.1-m1", People.Energy, "2021-06-30"), Release("1.1-m1", "energy", day));
        Let("2021-07-10").Accounts("1.1-m1", "2021-07-20").ShouldBeEmpty();
        Let("2021-07-10").TaskOf("1.1").Claims[0].IsLateEntered(Start.Plan).ShouldBeFalse();
        Let("2021-07-11").Accounts("1.1-m1", "2021-07-20").ShouldBe(["Leads energy 2021-07-01 11"]);
        Let("2021-07-11").TaskOf("1.1").Claims[0].IsLateEntered(Start.Plan).ShouldBeTrue();
        Let("2021-08-14").And(Verify("1.1-m1", "2021-08-20")).Standing("1.1-m1", "2021-08-31").ClosedOn.ShouldBe(Day("2021-08-14"));
    }

    [Fact]
    public void A_claim_released_after_its_half_year_was_closed_is_late_entered() =>
        Start.And(Claim("1.1-m1", People.Energy, "2021-06-30")).And([.. Opened("2021H1", "2021-06-30"), Close("2021H1", "2021-07-02"), Release("1.1-m1", "energy", "2021-07-03")])
            .Accounts("1.1-m1", "2021-07-20").ShouldBe(["Leads energy 2021-07-01 3"]);

    [Fact]
    public void A_return_for_form_is_mended_by_a_release_within_the_days_not_by_asking()
    {
        var returned = Start.And(Claimed("1.1-m2", "energy", "2021-09-28")).And(Return("1.1-m2", "2021-09-30", ReturnGround.Incomplete)).And(Claim("1.1-m2", People.Energy, "2021-10-12"));
        returned.And(Release("1.1-m2", "energy", "2021-10-13")).And(Verify("1.1-m2", "2021-10-20")).Standing("1.1-m2", "2021-11-30").ClosedOn.ShouldBe(Day("2021-09-28"));
        returned.And(Release("1.1-m2", "energy", "2021-10-14")).And(Verify("1.1-m2", "2021-10-20")).Standing("1.1-m2", "2021-11-30").ClosedOn.ShouldBe(Day("2021-10-12"));
    }

    [Fact]
    public void A_claim_into_a_closed_half_year_is_late_entered_at_once()
    {
        var closed = Start.And([.. Opened("2021H1", "2021-06-01"), Close("2021H1", "2021-07-01")]);
        closed.And(Claimed("1.1-m1", "energy", "2021-07-02", effective: "2021-06-30")).Accounts("1.1-m1", "2021-07-20").ShouldBe(["Leads energy 2021-07-01 2"]);
        Start.And(Claimed("1.1-m1", "energy", "2021-07-01", effective: "2021-06-30")).And([.. Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-02")])
            .Accounts("1.1-m1", "2021-07-20").ShouldBeEmpty();
    }

    [Fact]
    public void A_claim_without_its_release_counts_for_nothing()
    {
        var asked = Start.And(Claim("1.1-m1", People.Energy, "2021-06-30"));
        asked.DelayDays("1.1-m1", "2021-07-10").ShouldBe(10);
        asked.Standing("1.1-m1", "2021-07-10").Claim.ShouldBeNull();
        asked.Standing("1.1-m1", "2021-07-10").State.ShouldNotBe(MilestoneState.Claimed);
    }

    [Fact]
    public void Returned_as_untrue_the_waiting_days_are_the_doers_delay()
    {
        var waiting = Start.And(Claimed("1.1-m1", "energy", "2021-06-30"));
        waiting.DelayDays("1.1-m1", "2021-07-12").ShouldBe(0);
        var returned = waiting.And(Return("1.1-m1", "2021-07-12", ReturnGround.Untrue));
        returned.Accounts("1.1-m1", "2021-07-12").ShouldBe(["Leads energy 2021-07-01 12"]);
        returned.Shows("1.1-m1", "2021-07-05", Light.Red, "overdue");
        var again = returned.And(Claimed("1.1-m1", "energy", "2021-07-14"));
        again.Accounts("1.1-m1", "2021-07-30").ShouldBe(["Leads energy 2021-07-01 14"]);
    }

    [Fact]
    public void Returned_for_form_and_mended_on_the_fifth_working_day_the_claims_date_stands()
    {
        // Returned on 30 September. Free until 7 October; 8, 9 (worked Saturday), 11, 12, 13 October are the five days.
        var returned = Start.And(Claimed("1.1-m2", "energy", "2021-09-28")).And(Return("1.1-m2", "2021-09-30", ReturnGround.Incomplete));
        var mended = returned.And(Claimed("1.1-m2", "energy", "2021-10-13"));
        mended.DelayDays("1.1-m2", "2021-11-30").ShouldBe(0 + VerifierDays(mended));
        mended.And(Verify("1.1-m2", "2021-10-20")).Standing("1.1-m2", "2021-11-30").ClosedOn.ShouldBe(Day("2021-09-28"));
        mended.And(Verify("1.1-m2", "2021-10-20")).Accounts("1.1-m2", "2021-11-30").ShouldBeEmpty();
    }

    [Fact]
    public void Mended_after_the_fifth_working_day_the_new_claims_date_counts()
    {
        var returned = Start.And(Claimed("1.1-m2", "energy", "2021-09-28")).And(Return("1.1-m2", "2021-09-30", ReturnGround.Incomplete));
        var late = returned.And(Claimed("1.1-m2", "energy", "2021-10-14")).And(Verify("1.1-m2", "2021-10-20"));
        late.Standing("1.1-m2", "2021-11-30").ClosedOn.ShouldBe(Day("2021-10-14"));
        // Until the limit to mend the returned claim still stood; after it the clock runs on.
        late.Accounts("1.1-m2", "2021-11-30").ShouldBe(["Leads energy 2021-10-14 1"]);
        returned.Shows("1.1-m2", "2021-10-13", Light.Green, null);
        returned.Shows("1.1-m2", "2021-10-14", Light.Red, "overdue");
    }

    [Fact]
    public void Returned_for_form_twice_and_mended_twice_the_first_date_stands() =>
        Start.And(Claimed("1.1-m2", "energy", "2021-09-28")).And(Return("1.1-m2", "2021-09-29", ReturnGround.Incomplete))
            .And(Claimed("1.1-m2", "energy", "2021-09-30")).And(Return("1.1-m2", "2021-10-08", ReturnGround.Incomplete))
            .And(Claimed("1.1-m2", "energy", "2021-10-12")).And(Verify("1.1-m2", "2021-10-20"))
            .Standing("1.1-m2", "2021-10-31").ClosedOn.ShouldBe(Day("2021-09-28"));

    [Fact]
    public void What_mends_a_form_and_then_proves_untrue_carries_no_date() =>
        Start.And(Claimed("1.1-m2", "energy", "2021-09-28")).And(Return("1.1-m2", "2021-09-30", ReturnGround.Incomplete))
            .And(Claimed("1.1-m2", "energy", "2021-10-08")).And(Return("1.1-m2", "2021-10-12", ReturnGround.Untrue))
            .And(Claimed("1.1-m2", "energy", "2021-10-15"))
            .Accounts("1.1-m2", "2021-10-20").ShouldBe(["Leads energy 2021-10-01 15"]);

    [Fact]
    public void The_verifier_has_15_working_days_and_then_the_delay_is_the_verifiers()
    {
        // Released on 30 June: 15 working days end on 21 July.
        var waiting = Start.And(Claimed("1.1-m1", "energy", "2021-06-30"));
        waiting.TaskOf("1.1-m1").Claims[0].VerificationLimit(waiting.Plan).ShouldBe(Day("2021-07-21"));
        waiting.Accounts("1.1-m1", "2021-07-21").ShouldBeEmpty();
        waiting.Accounts("1.1-m1", "2021-07-24").ShouldBe(["Verifier  2021-07-22 3"]);
        waiting.And(Verify("1.1-m1", "2021-07-26")).Accounts("1.1-m1", "2021-08-31").ShouldBe(["Verifier  2021-07-22 5"]);
        waiting.And(Return("1.1-m1", "2021-07-26", ReturnGround.Untrue)).Accounts("1.1-m1", "2021-07-31").ShouldBe(["Leads energy 2021-07-01 31"]);
    }

    [Fact]
    public void The_milestones_state_follows_its_events()
    {
        MilestoneState At(Story story, string day) => story.Standing("1.1-m1", day).State;
        At(Start, "2021-02-01").ShouldBe(MilestoneState.Planned);
        var taken = Start.And(Acknowledge("1", People.Energy, "2021-02-01"));
        At(taken, "2021-02-01").ShouldBe(MilestoneState.Acknowledged);
        var begun = taken.And(Report("1.1", People.Energy, "2021-03-01"));
        (At(begun, "2021-02-28"), At(begun, "2021-03-01")).ShouldBe((MilestoneState.Acknowledged, MilestoneState.InProgress));
        var claimed = begun.And(Claimed("1.1-m1", "energy", "2021-06-20"));
        At(claimed, "2021-06-20").ShouldBe(MilestoneState.Claimed);
        At(claimed.And(Return("1.1-m1", "2021-06-22", ReturnGround.Untrue)), "2021-06-22").ShouldBe(MilestoneState.Returned);
        At(claimed.And(Verify("1.1-m1", "2021-06-22")), "2021-06-22").ShouldBe(MilestoneState.Closed);
    }

    [Fact]
    public void Joint_leads_and_groups_have_acknowledged_when_every_one_has()
    {
        MilestoneState At(Story story, string milestone, string day) => story.Standing(milestone, day).State;
        var one = Start.And(Acknowledge("1", People.Water, "2021-03-05"));
        At(one, "1.2-m1", "2021-03-05").ShouldBe(MilestoneState.Planned);
        At(one, "1.3-m1", "2021-03-05").ShouldBe(MilestoneState.Planned);
        var both = one.And(Acknowledge("1", People.Housing, "2021-03-06"));
        At(both, "1.2-m1", "2021-03-06").ShouldBe(MilestoneState.Acknowledged);
        At(both, "1.3-m1", "2021-03-06").ShouldBe(MilestoneState.Acknowledged);
    }

    [Fact]
    public void The_earliest_report_acknowledges_in_whatever_order_reports_are_recorded()
    {
        var taken = Start.And(Acknowledge("1", People.Housing, "2021-02-01"));
        Act[] reports = [Report("1.4", People.Water, "2021-03-06", effective: "2021-03-01"), Report("1.1", People.Water, "2021-03-06", effective: "2021-03-05")];
        taken.And(reports).Standing("1.2-m1", "2021-03-03").State.ShouldBe(MilestoneState.Acknowledged);
        taken.And(reports.Reverse()).Standing("1.2-m1", "2021-03-03").State.ShouldBe(MilestoneState.Acknowledged);
    }

    private static int VerifierDays(Story story) => story.Delay("1.1-m2", "2021-11-30").Where(s => s.Account == Account.Verifier).Sum(s => s.Days);
}
