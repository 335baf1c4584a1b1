using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Appraisals.AppraisalActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Appraisals;

public class AppraisalDutiesTests
{
    private static readonly Story Opened = Given(Issued(), Adopt("2021-03-01"), Appraise("2021-12-01"));

    [Fact]
    public void A_year_that_is_over_waits_to_be_opened()
    {
        Kinds(Given(Issued()), "2021-12-31").ShouldBeEmpty();
        Kinds(Given(Issued()), "2022-01-01").ShouldBe(["appraisal-rules-to-adopt"]);
        var ruled = Given(Issued(), Adopt("2021-03-01"));
        var duty = DutyList.Of(ruled.State, Day("2022-01-01")).Single(d => d.Kind == "appraisal-to-open");
        (duty.Subject, duty.Since).ShouldBe(("2021", Day("2022-01-01")));
        duty.IsOf(People.GroupOffice, Day("2022-01-01"), Opened.Plan).ShouldBeTrue();
    }

    [Fact]
    public void Once_open_ballots_of_each_body_wait_to_be_entered_on_each_unit_that_is_appraised_until_the_score()
    {
        string[] Waiting(Story story, string on) => [.. DutyList.Of(story.State, Day(on)).Where(d => d.Kind == "ballots-to-enter").Select(d => d.Subject)];
        Waiting(Given(Issued(), Adopt("2021-03-01")), "2021-12-02").ShouldBeEmpty();
        var bodies = Rulings.Delivered.Ballots.Bodies.Count;
        var appraised = Opened.Plan.UnitsOn(Day("2021-12-02")).Count(u => Rulings.Delivered.Kinds.Contains(u.Kind));
        Waiting(Opened, "2021-12-02").Length.ShouldBe(bodies * appraised);
        Waiting(Opened, "2021-12-02").ShouldContain("2021:energy:congress");
        var voted = Opened.And(Ballots("energy", "2021-12-10"));
        Waiting(voted, "2021-12-11").ShouldNotContain("2021:energy:congress");
        var duty = DutyList.Of(voted.State, Day("2021-12-11")).First(d => d.Kind == "ballots-to-enter");
        (duty.IsOf(Clerk, Day("2021-12-11"), voted.Plan), duty.IsOf(People.GroupOffice, Day("2021-12-11"), voted.Plan)).ShouldBe((true, false));
        Waiting(voted.And(Publish("2021-12-20"), Scored("2022-01-20")), "2022-01-21").ShouldBeEmpty();
    }

    [Fact]
    public void Ballots_wait_for_another_person_than_who_entered_them()
    {
        var voted = Opened.And(Ballots("energy", "2021-12-10"));
        var duty = DutyList.Of(voted.State, Day("2021-12-11")).Single(d => d.Kind == "ballots-to-publish");
        duty.Events.ShouldBe([voted.Last]);
        duty.IsOf(Clerk, Day("2021-12-11"), voted.Plan).ShouldBeFalse();
        duty.IsOf(Head, Day("2021-12-11"), voted.Plan).ShouldBeTrue();
        Kinds(voted, "2022-01-05").ShouldBe(["ballots-to-publish"]);
    }

    [Fact]
    public void Then_it_waits_for_its_score_and_the_score_for_another_person()
    {
        var ready = Opened.And(Ballots("energy", "2021-12-10"), Publish("2021-12-20"));
        Kinds(ready, "2021-12-31").ShouldBeEmpty();
        Kinds(ready, "2022-01-01").ShouldBe(["appraisal-to-score"]);
        var frozen = ready.And(Scored("2022-01-20"));
        var duty = DutyList.Of(frozen.State, Day("2022-01-21")).Single(d => d.Subject == "2021" && d.Kind.StartsWith("appraisal", StringComparison.Ordinal));
        (duty.Kind, duty.Since).ShouldBe(("appraisal-to-publish", Day("2022-01-20")));
        duty.IsOf(People.GroupOffice, Day("2022-01-21"), frozen.Plan).ShouldBeFalse();
        duty.IsOf(People.Leader, Day("2022-01-21"), frozen.Plan).ShouldBeTrue();
        Kinds(frozen.And(LetOut("2022-02-01")), "2022-02-02").ShouldBeEmpty();
    }

    private static IEnumerable<string> Kinds(Story story, string on) =>
        DutyList.Of(story.State, Day(on)).Where(d => d.Kind.StartsWith("appraisal-", StringComparison.Ordinal) || d.Kind == "ballots-to-publish").Select(d => d.Kind);
}
