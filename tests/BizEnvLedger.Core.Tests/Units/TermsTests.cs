using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Units;

public class TermsTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Two = Start.And(Name("energy", "2021-06-01"), Name("energy", "2021-06-02", effective: "2021-03-01"));

    [Fact]
    public void A_first_responsible_person_is_named_without_a_personal_value_in_the_event() =>
        Start.When(Name("energy", "2021-02-01", basis: Text())).Then(new FirstResponsibleNamed("energy", Sealed("甲某"), Sealed("局长"), Day("2021-02-01"), Sealed()));

    [Fact]
    public void The_next_one_ends_the_term_before_whichever_was_recorded_first() =>
        Two.Plan.Roster.TermsOf("energy").Select(t => (t.From, t.Until)).ShouldBe([(Day("2021-03-01"), Day("2021-05-31")), (Day("2021-06-01"), null)]);

    [Fact]
    public void On_the_same_day_the_later_recorded_one_stands()
    {
        var story = Two.And(Name("energy", "2021-06-03", effective: "2021-06-01"));
        story.Plan.Roster.TermsOf("energy").Count.ShouldBe(2);
        story.Plan.Roster.TermOn("energy", Day("2021-06-01"))!.Id.ShouldBe(story.Last);
    }

    [Fact]
    public void A_term_ends_with_a_day_nobody_following_yet()
    {
        var running = Two.Plan.Roster.TermOn("energy", Day("2021-07-01"))!;
        Two.When(EndOf("energy", running.Id, "2021-07-31")).Then(new TermEnded("energy", running.Id, Day("2021-07-31"), Sealed()));
        var ended = Two.And(EndOf("energy", running.Id, "2021-07-31"));
        ended.Plan.Roster.TermOn("energy", Day("2021-07-31")).ShouldNotBeNull();
        ended.Plan.Roster.TermOn("energy", Day("2021-08-01")).ShouldBeNull();
        // A gap stays a gap when somebody follows later.
        ended.And(Name("energy", "2021-09-01")).Plan.Roster.TermOn("energy", Day("2021-08-15")).ShouldBeNull();
        ended.When(EndOf("energy", running.Id, "2021-08-01")).Refused("term-ended-already", RefusalKind.Conflict, "term");
        ended.When(EndOf("energy", running.Id, "2021-08-01", until: "2021-07-15")).Accepted();
        Two.When(EndOf("energy", running.Id, "2021-07-31", until: "2021-05-31")).Refused("days-reversed", RefusalKind.Invalid, "until");
    }

    [Fact]
    public void The_term_ends_with_the_unit() =>
        Two.And(Renamed("2021-07-01")).Plan.Roster.TermsOf("energy")[^1].Until.ShouldBe(Day("2021-06-30"));

    [Fact]
    public void It_is_of_a_known_unit_that_is_no_group_and_still_there()
    {
        Start.When(Name("nobody", "2021-02-01")).Refused("unknown-unit-path", RefusalKind.NotFound);
        Start.When(Name("bureaus", "2021-02-01")).Refused("group-has-none", RefusalKind.Invalid);
        Start.When(EndOf("nobody", Guid.Empty, "2021-02-01")).Refused("unknown-unit-path", RefusalKind.NotFound);
        Two.When(EndOf("water", Two.Last, "2021-07-01")).Refused("unknown-term", RefusalKind.NotFound, "term");
        Start.And(Renamed("2021-04-01")).When(Name("energy", "2021-04-01")).Refused("unit-succeeded", RefusalKind.Conflict, "unit");
        Start.And(Renamed("2021-04-01")).When(Name("energy", "2021-04-02", effective: "2021-03-01")).Accepted();
        Start.When(Name("energy", "2021-02-01", post: Text(""))).Refused("text-empty", RefusalKind.Invalid, "post");
        Start.When(Name("energy", "2021-02-01", name: Text(""))).Refused("text-empty", RefusalKind.Invalid, "name");
    }

    [Fact]
    public void Who_is_missing_is_a_duty_of_the_group_office()
    {
        string[] Missing(Story story, string on) => [.. UnitDuties.Of(story.State, Day(on)).Where(d => d.Kind == "first-responsible-missing").Select(d => d.Subject)];
        Missing(Start, "2021-03-01").ShouldBe(["energy", "water", "housing", "north"], ignoreOrder: true);
        Missing(Two, "2021-03-01").ShouldNotContain("energy");
        Missing(Two, "2021-02-28").ShouldContain("energy");
        Missing(Two.And(Renamed("2021-07-01")), "2021-07-01").ShouldBe(["industry", "water", "housing", "north"], ignoreOrder: true);
    }
}
