using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Units;

public class MembersTests
{
    private static readonly Story Start = Given(Issued());

    [Fact]
    public void Units_become_members_from_a_day_and_have_the_groups_rights_on_it()
    {
        Start.When(Join("bureaus", "2021-04-01", new Membership("tax", null, Day("2021-06-30"))))
            .Then(new MembersSet("bureaus", [new("tax", Day("2021-04-01"), Day("2021-06-30"))], [], Day("2021-04-01"), Sealed()));
        var story = Start.And(Join("bureaus", "2021-04-01", new Membership("tax", Day("2021-04-01"), Day("2021-06-30"))));
        story.When(Report("1.3", People.Tax, "2021-04-02", effective: "2021-03-31")).Refused("not-your-measure", RefusalKind.NotAllowed);
        story.When(Report("1.3", People.Tax, "2021-04-02", effective: "2021-04-01")).Accepted();
        story.When(Claim("1.3-m1", People.Tax, "2021-06-30")).Accepted();
        story.When(Claim("1.3-m1", People.Tax, "2021-07-01")).Refused("not-your-milestone", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_membership_ends_with_a_day_also_one_of_the_plans_own_and_can_begin_again()
    {
        var story = Start.And(Leave("bureaus", "housing", "2021-04-01", until: "2021-04-30"));
        Of(story, "2021-04-30").ShouldContain("housing");
        Of(story, "2021-05-01").ShouldNotContain("housing");
        var again = story.And(Join("bureaus", "2021-06-01", new Membership("housing")));
        Of(again, "2021-05-31").ShouldNotContain("housing");
        Of(again, "2021-06-01").ShouldContain("housing");
        // Ended earlier than was said first: the earlier day counts; and the day that is named is the last.
        Of(story.And(Leave("bureaus", "housing", "2021-04-02", until: "2021-04-15")), "2021-04-16").ShouldNotContain("housing");
        // An end that was told before a new membership does not end that one.
        Of(story.And(Leave("bureaus", "housing", "2021-04-02", until: "2021-04-15"), Join("bureaus", "2021-04-03", new Membership("housing", Day("2021-04-16")))), "2021-05-01").ShouldContain("housing");
        story.When(Leave("bureaus", "housing", "2021-04-02", until: "2021-04-30")).Refused("not-a-member", RefusalKind.Conflict, "unit");
    }

    [Fact]
    public void Members_that_the_plan_names_only_by_the_group_are_introduced_with_it()
    {
        var south = new Unit { Id = "south", Name = "南区", Kind = UnitKind.Region };
        Start.When(JoinNew("bureaus", "2021-04-01", south)).Then(new MembersSet("bureaus", [new("south", Day("2021-04-01"))], [south], Day("2021-04-01"), Sealed()));
        var story = Start.And(JoinNew("bureaus", "2021-04-10", south, from: "2021-04-01"));
        story.Plan.UnitOn("south", Day("2021-03-31")).ShouldBeNull();
        story.Plan.UnitsOn(Day("2021-04-01")).Select(u => u.Id).ShouldContain("south");
        story.When(Report("1.3", People.Clerk("south"), "2021-04-10", effective: "2021-04-01")).Accepted();
        story.When(Step("1.1-m1", "south", "2021-05-31", People.Energy, "2021-04-10")).Accepted();
        story.When(JoinNew("bureaus", "2021-05-10", south, from: "2021-05-01")).Refused("unit-known-already", RefusalKind.Conflict, "new");
        Start.When(JoinNew("bureaus", "2021-04-10", south with { Kind = UnitKind.Group })).Refused("group-not-introduced", RefusalKind.Invalid, "new");
        Start.When(JoinNew("bureaus", "2021-04-10", south with { Name = "北区" })).Refused("unit-name-taken", RefusalKind.Conflict, "new");
    }

    [Fact]
    public void Backdated_members_have_the_rights_of_that_day_and_are_late_entered()
    {
        var story = Start.And(Join("bureaus", "2021-04-20", new Membership("tax", Day("2021-04-01"))));
        story.When(Report("1.3", People.Tax, "2021-04-20", effective: "2021-04-05")).Accepted();
        PlanTasks(story, story.Plan.Roster.Members[0]).ShouldBeTrue();
        var soon = Start.And(Join("bureaus", "2021-04-11", new Membership("tax", Day("2021-04-01"))));
        PlanTasks(soon, soon.Plan.Roster.Members[0]).ShouldBeFalse();

        static bool PlanTasks(Story story, Member member) => Core.PlanTasks.Lateness.IsLate(story.Plan, member.Entry);
    }

    [Fact]
    public void Only_groups_have_members_and_none_contains_itself()
    {
        Start.When(Join("energy", "2021-04-01", new Membership("tax"))).Refused("not-a-group", RefusalKind.Invalid);
        Start.When(Join("nobody", "2021-04-01", new Membership("tax"))).Refused("unknown-unit-path", RefusalKind.NotFound);
        Start.When(Join("bureaus", "2021-04-01", new Membership("bureaus"))).Refused("group-contains-itself", RefusalKind.Invalid, "members");
    }

    [Fact]
    public void Members_are_known_units_once_on_each_day_within_the_plans_days()
    {
        Start.When(Join("bureaus", "2021-04-01")).Refused("units-empty", RefusalKind.Invalid, "members");
        Start.When(Join("bureaus", "2021-04-01", new Membership("nobody"))).Refused("unknown-unit", RefusalKind.Invalid, "members");
        Start.When(Join("bureaus", "2021-04-01", new Membership("tax"), new Membership("tax"))).Refused("unit-twice", RefusalKind.Invalid, "members");
        Start.When(Join("bureaus", "2021-04-01", new Membership("water", Day("2021-11-30")))).Refused("already-member", RefusalKind.Conflict, "members");
        Start.When(Join("bureaus", "2021-04-01", new Membership("water", Day("2021-12-01")))).Accepted();
        Start.When(Join("bureaus", "2021-04-01", new Membership("tax", Day("2020-12-31")))).Refused("date-out-of-bounds", RefusalKind.Invalid, "members");
        Start.When(Join("bureaus", "2021-04-01", new Membership("tax", Day("2021-05-01"), Day("2021-04-30")))).Refused("days-reversed", RefusalKind.Invalid, "members");
        Start.And(Renamed("2021-04-01")).When(Join("bureaus", "2021-04-01", new Membership("energy"))).Refused("unit-succeeded", RefusalKind.Conflict, "members");
        Start.When(Leave("bureaus", "housing", "2021-04-01", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
    }

    private static IReadOnlySet<string> Of(Story story, string on) => story.Plan.MembersOf("bureaus", Day(on));
}
