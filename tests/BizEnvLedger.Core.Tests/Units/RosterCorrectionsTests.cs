using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Appraisals.AppraisalActs;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Units;

/// <summary>What was said of units by mistake. In the invented plan the group has housing always, and water from March to November 2021.</summary>
public class RosterCorrectionsTests
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Joined = Begun.And(Join("bureaus", "2021-04-01", new Membership("tax")));
    private static readonly Story Named = Begun.And(Name("energy", "2021-02-01"));
    private static readonly Story Merged = Begun.And(Succeed(SuccessionKind.Merge, ["energy", "water"], ["industry"], "2021-04-01", introduced: [Industry]));

    [Fact]
    public void A_membership_is_taken_back_by_a_correction_and_brought_back_by_another()
    {
        Joined.When(CorrectUnits("2021-04-05", withdrawn: true)).Then(new EntryCorrected(Joined.Last, null, null, null, true, null, Sealed()));
        var back = Joined.And(CorrectUnits("2021-04-05", withdrawn: true));
        Members(back, "2021-04-10").ShouldNotContain("tax");
        Members(back.AtTreeSize(Joined.Events.Count), "2021-04-10").ShouldContain("tax");
        Members(back.And(CorrectUnits("2021-04-06", withdrawn: true)), "2021-04-10").ShouldContain("tax");
        back.When(CorrectUnits("2021-04-06", Joined.Last, withdrawn: true)).Refused("already-withdrawn", RefusalKind.Conflict, "entry");
        back.When(Join("bureaus", "2021-04-06", new Membership("tax", Day("2021-04-03")))).Accepted();
        // Brought back it would stand twice.
        back.And(Join("bureaus", "2021-04-06", new Membership("tax"))).When(CorrectUnits("2021-04-07", back.Last, withdrawn: true)).Refused("already-member", RefusalKind.Conflict, "entry");
    }

    [Fact]
    public void A_membership_begins_on_another_day_and_its_end_still_ends_it()
    {
        var ended = Joined.And(Leave("bureaus", "tax", "2021-04-20"));
        var moved = ended.And(CorrectUnits("2021-04-21", Joined.Last, effective: "2021-03-15"));
        (Members(moved, "2021-03-14").Contains("tax"), Members(moved, "2021-03-15").Contains("tax"), Members(moved, "2021-04-21").Contains("tax")).ShouldBe((false, true, false));
        Members(moved.And(CorrectUnits("2021-04-22", withdrawn: true)), "2021-03-20").ShouldNotContain("tax");
        ended.When(CorrectUnits("2021-04-21", Joined.Last, effective: "2021-04-25")).Refused("not-a-member", RefusalKind.Conflict, "entry");
        ended.When(CorrectUnits("2021-04-21", Joined.Last, withdrawn: true)).Refused("not-a-member", RefusalKind.Conflict, "entry");
        Members(ended.And(CorrectUnits("2021-04-21", withdrawn: true)), "2021-04-25").ShouldContain("tax");
        Members(ended.And(CorrectUnits("2021-04-21", effective: "2021-04-10")), "2021-04-11").ShouldNotContain("tax");
        var bounded = Begun.And(Join("bureaus", "2021-04-01", new Membership("tax", null, Day("2021-06-30"))));
        bounded.When(CorrectUnits("2021-04-02", effective: "2021-07-01")).Refused("days-reversed", RefusalKind.Invalid, "effectiveOn");
        Begun.And(Join("bureaus", "2021-04-01", new Membership("tax"), new Membership("north"))).When(CorrectUnits("2021-04-02", effective: "2021-03-10")).Refused("only-taken-back", RefusalKind.Invalid, "effectiveOn");
    }

    [Fact]
    public void A_term_named_for_the_wrong_person_is_no_term_and_the_one_before_goes_on()
    {
        var two = Named.And(Name("energy", "2021-06-01"));
        var back = two.And(CorrectUnits("2021-06-02", withdrawn: true));
        back.Plan.Roster.TermsOf("energy").ShouldHaveSingleItem().Until.ShouldBeNull();
        two.And(CorrectUnits("2021-06-02", effective: "2021-05-15")).Plan.Roster.TermsOf("energy")[0].Until.ShouldBe(Day("2021-05-14"));
        var ended = Named.And(EndOf("energy", Named.Last, "2021-05-01"));
        ended.And(CorrectUnits("2021-05-02", withdrawn: true)).Plan.Roster.TermOn("energy", Day("2021-06-01")).ShouldNotBeNull();
        ended.When(CorrectUnits("2021-05-02", effective: "2021-01-20")).Refused("days-reversed", RefusalKind.Invalid, "effectiveOn");
        ended.When(CorrectUnits("2021-05-02", effective: "2021-05-01")).Refused("nothing-corrected", RefusalKind.Invalid);
        UnitDuties.Of(Named.And(CorrectUnits("2021-02-02", withdrawn: true)).State, Day("2021-03-01")).ShouldContain(d => d.Kind == "first-responsible-missing" && d.Subject == "energy");
    }

    [Fact]
    public void A_succession_on_which_nothing_rests_is_taken_back_with_the_units_that_it_introduced()
    {
        var back = Merged.And(CorrectUnits("2021-04-02", withdrawn: true));
        back.Responsible("1.1", "2021-05-01").Leads.ShouldBe(["energy"]);
        back.Plan.FindUnit("industry").ShouldBeNull();
        back.Plan.Roster.WithdrawnSuccessions.ShouldHaveSingleItem().Entry.Withdrawn.ShouldBeTrue();
        back.When(Report("1.1", People.Energy, "2021-04-03")).Accepted();
        back.When(Succeed(SuccessionKind.Merge, ["energy", "water"], ["industry"], "2021-04-03", introduced: [Industry])).Accepted();
        back.When(CorrectUnits("2021-04-03", withdrawn: true)).Refused("already-withdrawn", RefusalKind.Conflict, "entry");
        Merged.When(CorrectUnits("2021-04-02", effective: "2021-05-01")).Refused("only-taken-back", RefusalKind.Invalid, "effectiveOn");
    }

    [Fact]
    public void What_rests_on_a_succession_keeps_it()
    {
        Refused(Merged.And(Report("1.1", People.Clerk("industry"), "2021-04-03")), Merged.Last);
        var led = Merged.And(Name("industry", "2021-04-03"));
        Refused(led, Merged.Last);
        led.And(CorrectUnits("2021-04-04", withdrawn: true)).When(CorrectUnits("2021-04-05", Merged.Last, withdrawn: true)).Accepted();
        Refused(Merged.And([.. Inspections.InspectionActs.Opened("2021H1", "2021-07-01"), Close("2021H1", "2021-07-10")]), Merged.Last);
        var renamed = Merged.And(Succeed(SuccessionKind.Rename, ["industry"], ["works"], "2021-05-01", introduced: [Works]));
        Refused(renamed, Merged.Last);
        renamed.And(CorrectUnits("2021-05-02", withdrawn: true)).When(CorrectUnits("2021-05-03", Merged.Last, withdrawn: true)).Accepted();
        // Housing has its part in 1.1 as a member of the group.
        var member = Begun.And(Succeed(SuccessionKind.Merge, ["housing"], ["court"], "2021-04-01"));
        Refused(member.And(Report("1.1", People.Court, "2021-04-03")), member.Last);
        // What others did meanwhile does not rest on it, nor what was done before its day.
        Merged.And(Report("2.1", People.Tax, "2021-04-03")).When(CorrectUnits("2021-04-04", Merged.Last, withdrawn: true)).Accepted();
        var later = Begun.And(Succeed(SuccessionKind.Merge, ["energy"], ["tax"], "2021-04-01", "2021-06-01"), Report("1.1", People.Energy, "2021-04-10"));
        later.When(CorrectUnits("2021-04-11", later.Events[^2].Id, withdrawn: true)).Accepted();
        // A unit that took another in and acts where that one had part.
        Refused(later.And(Report("1.1", People.Tax, "2021-06-02")), later.Events[^2].Id);

        static void Refused(Story story, Guid succession) => story.When(CorrectUnits("2021-07-20", succession, withdrawn: true)).Refused("succession-rested-on", RefusalKind.Conflict, "entry");
    }

    [Fact]
    public void A_correction_of_a_closed_half_year_is_told_in_the_next_one()
    {
        var closed = Joined.And([.. Inspections.InspectionActs.Opened("2021H1", "2021-07-01"), Close("2021H1", "2021-07-10")]);
        var told = closed.And(CorrectUnits("2021-07-20", Joined.Last, withdrawn: true)).HalfYear("2021H2", "2022-01-10");
        var restated = told.Restated.ShouldHaveSingleItem();
        (restated.Kind, restated.Subject, restated.Unit.Id, restated.Withdrawn, restated.Round).ShouldBe(("member", "bureaus", "tax", true, "2021H1"));
        Joined.And(CorrectUnits("2021-04-05", withdrawn: true)).HalfYear("2021H1", "2021-07-10").Corrections.ShouldHaveSingleItem().Kind.ShouldBe("member");
    }

    [Fact]
    public void It_names_an_entry_of_the_roster_with_a_reason()
    {
        Named.When(CorrectUnits("2021-04-05", Guid.NewGuid(), withdrawn: true)).Refused("unknown-roster-entry", RefusalKind.Invalid, "entry");
        Named.When(CorrectUnits("2021-04-05", withdrawn: true, reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Named.When(CorrectUnits("2021-04-05", effective: "2031-01-01")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
        Named.And(Renamed("2021-04-01")).When(CorrectUnits("2021-04-05", Named.Last, effective: "2021-04-02")).Refused("unit-succeeded", RefusalKind.Conflict, "entry");
        Named.When(CorrectUnits("2021-04-05", withdrawn: true).By(People.Office)).Refused("role-not-allowed", RefusalKind.NotAllowed);
    }

    private static IEnumerable<string> Members(Story story, string on) => story.Plan.MembersOf("bureaus", Day(on));
}
