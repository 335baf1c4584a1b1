using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

public class SilentUnitsTests
{
    private static readonly Story Begun = Given(Issued());

    [Fact]
    public void A_unit_that_was_assigned_and_never_acted_is_told_with_its_days()
    {
        var never = SilentUnits.NeverActed(Begun.State, Day("2021-03-15"));
        never.ShouldContain(n => n.Unit == "energy" && n.Task == "1" && n.Leads && n.Days == 59);
        // A member of a cooperating group counts by itself, and the group never does.
        never.ShouldContain(n => n.Unit == "housing" && n.Task == "1");
        never.ShouldNotContain(n => n.Unit == "bureaus");
    }

    [Fact]
    public void Any_act_of_its_own_ends_its_silence_from_its_effective_day_on()
    {
        var acted = Begun.And(Report("1.1", People.Energy, "2021-03-10", noChange: true));
        SilentUnits.NeverActed(acted.State, Day("2021-03-10")).ShouldNotContain(n => n.Unit == "energy" && n.Task == "1");
        SilentUnits.NeverActed(acted.State, Day("2021-03-09")).ShouldContain(n => n.Unit == "energy" && n.Task == "1");
        SilentUnits.NeverActed(Begun.And(Acknowledge("1", People.Housing, "2021-01-20")).State, Day("2021-02-01")).ShouldNotContain(n => n.Unit == "housing" && n.Task == "1");
    }

    [Fact]
    public void Whoever_disputed_answered_or_was_relieved_is_not_told_as_silent()
    {
        string[] Silent(Story story, string day) => [.. SilentUnits.NeverActed(story.State, Day(day)).Where(n => n.Task == "1").Select(n => n.Unit)];
        Silent(Begun, "2021-02-01").ShouldContain("energy");
        var disputed = Begun.And(Dispute("1.1", People.Energy, "2021-01-18"));
        Silent(disputed, "2021-02-01").ShouldNotContain("energy");
        // The dispute was upheld: energy has acted, and has no part any more; the new lead has not acted yet.
        var relieved = disputed.And(LetOut("energy", "2021-01-19"), Rule(true, "2021-01-22", leads: ["tax"], cooperating: ["water"]));
        Silent(relieved, "2021-02-25").ShouldNotContain("energy");
        Silent(relieved, "2021-02-25").ShouldContain("tax");
        var asked = Begun.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"));
        Silent(asked, "2021-05-20").ShouldContain("water");
        Silent(asked.And(Answer(false, People.Water, "2021-05-12")), "2021-05-20").ShouldNotContain("water");
        Silent(asked, "2021-05-20").ShouldNotContain("energy");
        Silent(Begun.And(Instruct(["housing"], "2021-05-31", "2021-05-10"), ReplyTo(DemandKind.Instruction, People.Housing, "2021-05-20")), "2021-05-25").ShouldNotContain("housing");
        Silent(Begun.And(AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-20")), "2021-06-25").ShouldNotContain("energy");
    }

    [Fact]
    public void A_milestone_without_a_report_within_its_period_is_told_for_each_lead() =>
        SilentUnits.Milestones(Begun.State, Day("2021-04-18")).Where(s => s.Milestone == "1.2-m1").Select(s => (s.Unit, s.Days, s.Limit)).ShouldBe([("water", 93, 92), ("housing", 93, 92)]);

    [Fact]
    public void A_verifier_past_its_limit_is_told_and_goes_on_being_told_after_a_late_verdict()
    {
        var waiting = Begun.And(Claimed("1.1-m1", "energy", "2021-06-01"));
        SilentUnits.Verdicts(waiting.State, Day("2021-06-22")).ShouldBeEmpty();
        SilentUnits.Verdicts(waiting.State, Day("2021-06-25")).ShouldHaveSingleItem().Days.ShouldBe(3);
        var late = waiting.And(Verify("1.1-m1", "2021-06-24")).State;
        var told = SilentUnits.Verdicts(late, Day("2021-07-30")).ShouldHaveSingleItem();
        (told.Days, told.VerifiedBy, told.Events.Count).ShouldBe((2, "inspectorate", 3));
    }
}
