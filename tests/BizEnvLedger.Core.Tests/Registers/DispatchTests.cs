using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Tests.Units;
using BizEnvLedger.Core.Units;
using CsCheck;
using static BizEnvLedger.Core.Tests.Registers.RegisterActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Registers;

public class DispatchTests
{
    private static readonly Story Owing = Given(Ordered(), Owed("2021-02-01", "2021-03-31"), Owed("2021-02-01", "2021-04-30", "water", 50), Owed("2021-02-01", "2021-03-31", "water", 30));

    [Fact]
    public void A_dispatch_freezes_the_period_s_figures_and_says_who_is_behind()
    {
        var story = Owing.And(Settled("arrears-1", "2021-03-20"));
        var settled = story.Last;
        story.When(Dispatch("arrears", "2021-04", "2021-05-06", Text())).Then(new RegisterDispatched(
            "arrears", "2021-04", Day("2021-04-30"), 7, new(3, 2, 0, 1, 0, 1, 0, 0, 180, 100), [new("water", 1, 30, 30, [Owing.Last])], [], Sealed()));
        story.When(Dispatch("arrears", "2021-03", "2021-05-06")).Decision.Events[0].ShouldBeOfType<RegisterDispatched>()
            .ShouldSatisfyAllConditions(d => d.Settled.ShouldBe([settled]), d => d.Counts.SettledWithin.ShouldBe(1), d => d.Behind.ShouldBeEmpty());
        // What comes later changes no frozen figure.
        var after = story.And(Dispatch("arrears", "2021-04", "2021-05-06"), Change("arrears-3", People.Housing, "2021-05-07", [Is("due", "2021-12-31")], effective: "2021-04-01"));
        after.State.Registers["arrears"].Dispatches[0].Of.Counts.Overdue.ShouldBe(1);
    }

    /// <summary>Frozen on the tenth, a month that the plan orders could never be dispatched as it ended.</summary>
    [Fact]
    public void An_ordered_period_is_dispatched_once_it_has_ended()
    {
        Owing.When(Dispatch("arrears", "2021-04", "2021-04-10")).Refused("period-not-ended", RefusalKind.Conflict, "period");
        Owing.When(Dispatch("arrears", "2021-04", "2021-04-30")).Refused("period-not-ended", RefusalKind.Conflict, "period");
        Owing.When(Dispatch("arrears", "2021-04", "2021-05-01")).Decision.Events[0].ShouldBeOfType<RegisterDispatched>().AsOf.ShouldBe(Day("2021-04-30"));
    }

    [Fact]
    public void Where_the_plan_orders_no_period_a_running_one_is_dispatched_as_of_today() =>
        Owing.When(Dispatch("schemes", "2021-04", "2021-04-10")).Decision.Events[0].ShouldBeOfType<RegisterDispatched>().AsOf.ShouldBe(Day("2021-04-10"));

    /// <summary>Two items of one unit before and after its renaming are one unit's two items, for a threshold of two as well.</summary>
    [Fact]
    public void A_dispatch_names_who_has_come_after_a_unit_that_is_gone()
    {
        var story = Given(Ordered(new() { BehindItems = 2 }), Owed("2021-02-01", "2021-03-31", "water", 50), WaterRenamed("2021-04-10"), Owed("2021-04-20", "2021-04-25", "works", 30));
        story.When(Dispatch("arrears", "2021-04", "2021-05-06")).Decision.Events[0].ShouldBeOfType<RegisterDispatched>().Behind.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(b => (b.Unit, b.Items, b.Days, b.Amount).ShouldBe(("works", 2, 30, 80m)));
        // Gone after the period, and before the dispatch: a notice goes to who is there.
        Owing.And(WaterRenamed("2021-05-02")).When(Dispatch("arrears", "2021-04", "2021-05-06")).Decision.Events[0].ShouldBeOfType<RegisterDispatched>().Behind
            .Select(b => (b.Unit, b.Items)).ShouldBe([("north", 1), ("works", 1)]);
    }

    [Fact]
    public void Of_a_split_the_items_are_whose_the_register_s_measure_was_given()
    {
        var day = Day("2021-05-06");
        Act Split(params Given[] given) => UnitActs.Succeed(SuccessionKind.Split, ["water"], ["works", "industry"], "2021-04-10", introduced: [UnitActs.Works, UnitActs.Industry], given: given);
        string Named(Story story) => story.When(Dispatch("arrears", "2021-04", "2021-05-06")).Decision.Events[0].ShouldBeOfType<RegisterDispatched>().Behind.Single(b => b.Unit != "north").Unit;
        var (kept, handed) = (Owing.And(Split()), Owing.And(Split(new Given("1.1", "industry"))));
        (Named(kept), Named(handed)).ShouldBe(("works", "industry"));
        RegisterDuties.Of(handed.State, day).Where(d => d.Kind == "register-item-overdue" && d.Subject == "arrears-2").ShouldHaveSingleItem().Units.ShouldBe(["industry"]);
        var paid = handed.And(Change("arrears-3", People.Housing, "2021-05-01", [Is("paid", 30)]));
        paid.When(Settle("arrears-3", People.Clerk("works"), "2021-05-02")).Refused("not-your-register", RefusalKind.NotAllowed);
        var claimed = paid.And(Settle("arrears-3", People.Clerk("industry"), "2021-05-02"));
        claimed.When(Release("arrears-3", "industry", "2021-05-03")).Accepted();
    }

    /// <summary>What water claimed before its split, the successor with the measure releases.</summary>
    [Fact]
    public void A_settlement_of_a_unit_that_was_split_is_released_by_who_has_the_measure()
    {
        var day = Day("2021-04-12");
        var claimed = Owing.And(Change("arrears-3", People.Housing, "2021-04-01", [Is("paid", 30)]), Settle("arrears-3", People.Water, "2021-04-02"),
            UnitActs.Succeed(SuccessionKind.Split, ["water"], ["works", "industry"], "2021-04-10", introduced: [UnitActs.Works, UnitActs.Industry], given: [new("1.1", "industry")]));
        claimed.When(Release("arrears-3", "works", "2021-04-12")).Refused("not-your-unit", RefusalKind.NotAllowed);
        claimed.When(Release("arrears-3", "industry", "2021-04-12")).Accepted();
        RegisterDuties.Of(claimed.State, day).Single(d => d.Kind == "register-release").IsOf(People.Approver("industry"), day, claimed.Plan).ShouldBeTrue();
    }

    private static Act WaterRenamed(string on) => UnitActs.Succeed(SuccessionKind.Rename, ["water"], ["works"], on, introduced: [UnitActs.Works]);

    [Fact]
    public void A_unit_is_behind_by_the_numbers_of_the_rules()
    {
        var strict = Given(Ordered(new() { BehindDays = 30 }), Owed("2021-02-01", "2021-03-31"));
        strict.When(Dispatch("arrears", "2021-04", "2021-05-06")).Decision.Events.OfType<RegisterDispatched>().Single().Behind.ShouldBeEmpty();
        strict.When(Dispatch("arrears", "2021-05", "2021-06-06")).Decision.Events.OfType<RegisterDispatched>().Single().Behind.Select(b => b.Unit).ShouldBe(["north"]);
        Given(Ordered(new() { BehindItems = 2 }), Owed("2021-02-01", "2021-03-31")).When(Dispatch("arrears", "2021-04", "2021-05-06")).Decision.Events
            .OfType<RegisterDispatched>().Single().Behind.ShouldBeEmpty();
    }

    [Fact]
    public void The_period_is_one_that_the_plan_orders_or_any_where_it_leaves_it_open()
    {
        Owing.When(Dispatch("arrears", "2021Q1", "2021-05-06")).Refused("period-not-of-register", RefusalKind.Invalid, "period");
        Owing.When(Dispatch("arrears", "2023-01", "2021-05-06")).Refused("period-not-of-register", RefusalKind.Invalid, "period");
        Owing.When(Dispatch("arrears", "2021-13", "2021-05-06")).Refused("malformed-period", RefusalKind.Invalid, "period");
        Owing.When(Dispatch("arrears", "2021-06", "2021-05-06")).Refused("period-not-begun", RefusalKind.Conflict, "period");
        Owing.And(Dispatch("arrears", "2021-04", "2021-05-06")).When(Dispatch("arrears", "2021-04", "2021-05-07")).Refused("period-dispatched", RefusalKind.Conflict, "period");
        Owing.When(Dispatch("nothing", "2021-04", "2021-05-06")).Refused("unknown-register", RefusalKind.NotFound);
        Owing.When(Dispatch("arrears", "2021-04", "2021-05-06").By(People.Housing)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        foreach (var period in new[] { "2021-04", "2021Q1", "2021H1", "2021" })
            Owing.When(Dispatch("schemes", period, "2021-05-06")).Accepted();
    }

    [Theory]
    [InlineData("2021-02", "2021-02-01", "2021-02-28")]
    [InlineData("2021Q4", "2021-10-01", "2021-12-31")]
    [InlineData("2021H2", "2021-07-01", "2021-12-31")]
    [InlineData("2021", "2021-01-01", "2021-12-31")]
    [InlineData("2021-00", null, null)]
    [InlineData("2021H3", null, null)]
    [InlineData("2021Q0", null, null)]
    [InlineData("21-01", null, null)]
    [InlineData("2021-1", null, null)]
    [InlineData("", null, null)]
    public void A_period_is_read_by_its_word(string word, string? first, string? last) =>
        (DispatchPeriod.Parse(word)?.First, DispatchPeriod.Parse(word)?.Last).ShouldBe((first is null ? null : Day(first), last is null ? null : Day(last)));

    [Fact]
    public void An_export_is_on_record_and_not_open_to_everybody()
    {
        Owing.When(Export("arrears", People.Auditor, "2021-03-01")).Then(new RegisterExported("arrears", 3, Evidence));
        Owing.When(Export("arrears", People.Tax, "2021-03-01")).Refused("not-your-register", RefusalKind.NotAllowed);
        Owing.When(Export("nothing", People.Auditor, "2021-03-01")).Refused("unknown-register", RefusalKind.NotFound);
    }

    [Fact]
    public void What_waits_is_told_to_whoever_answers_it()
    {
        var day = Day("2021-04-05");
        Duty[] Of(Story story) => [.. RegisterDuties.Of(story.State, day).Where(d => d.Subject is "arrears-1" or "arrears@2021-03")];
        Of(Owing).Select(d => (d.Kind, d.Limit)).ShouldBe([("register-dispatch", Day("2021-04-15")), ("register-item-overdue", Day("2021-03-31"))]);
        (Of(Owing)[1].IsOf(People.North, day, Owing.Plan), Of(Owing)[1].IsOf(People.Water, day, Owing.Plan)).ShouldBe((true, false));
        var claimed = Owing.And(Change("arrears-1", People.Housing, "2021-04-01", [Is("paid", 100)]), Settle("arrears-1", People.North, "2021-04-01"));
        Of(claimed)[1].ShouldSatisfyAllConditions(d => d.Kind.ShouldBe("register-release"), d => d.IsOf(People.Approver("north"), day, claimed.Plan).ShouldBeTrue());
        var released = claimed.And(Release("arrears-1", "north", "2021-04-02"));
        Of(released)[1].ShouldSatisfyAllConditions(
            d => (d.Kind, d.Limit).ShouldBe(("register-confirmation", Day("2021-04-23"))),
            d => d.IsOf(People.Office, day, released.Plan).ShouldBeTrue(), d => d.IsOf(People.Inspector("water"), day, released.Plan).ShouldBeFalse());
        Of(released.And(Confirm("arrears-1", "2021-04-03"), Dispatch("arrears", "2021-03", "2021-04-04"))).ShouldBeEmpty();
    }

    [Fact]
    public void The_office_s_working_days_skip_a_holiday()
    {
        var released = Given(Ordered(), Owed("2021-02-01", "2021-12-31"), Change("arrears-1", People.Housing, "2021-09-27", [Is("paid", 100)]), Settle("arrears-1", People.North, "2021-09-27"), Release("arrears-1", "north", "2021-09-27"));
        RegisterDuties.Of(released.State, Day("2021-09-28")).Single(d => d.Kind == "register-confirmation").Limit.ShouldBe(Day("2021-10-22"));
    }

    [Fact]
    public void The_half_year_counts_what_is_effective_by_its_end_and_recorded_by_its_cut()
    {
        var story = Owing.And(Settled("arrears-1", "2021-06-29")).And(Dispatch("arrears", "2021-05", "2021-06-20"), Dispatch("arrears", "2021-04", "2021-05-10"), Owed("2021-07-02", "2021-07-31", effective: "2021-06-30"), Owed("2021-07-02", "2021-07-31"));
        var figures = story.HalfYear("2021H1", "2021-07-10").Registers!;
        figures.Select(r => r.Id).ShouldBe(["arrears", "schemes", "charges", "inspectors"]);
        figures[0].Counts.ShouldBe(new(4, 3, 0, 2, 0, 1, 1, 0, 280, 100));
        (figures[0].DispatchesRequired, figures[0].DispatchesHeld, figures[0].DispatchesLate).ShouldBe((6, 2, 1));
        figures[0].Events.Count.ShouldBe(1 + 4 + 1 + 1 + 1 + 2);
        (figures[1].Counts.Items, figures[1].DispatchesRequired, figures[1].DispatchText).ShouldBe((0, null, "定期"));
        figures[2].DispatchText.ShouldBeNull();
        story.HalfYear("2021H2", "2022-01-10").Registers![0].Counts.ShouldSatisfyAllConditions(c => c.Items.ShouldBe(5), c => c.SettledWithin.ShouldBe(0), c => c.Settled.ShouldBe(1));
        Given(Acts.Issued()).HalfYear("2021H1", "2021-07-10").Registers.ShouldBeNull();
    }

    [Fact]
    public void A_limit_that_was_moved_is_counted_as_moved() =>
        Owing.And(Change("arrears-1", People.Housing, "2021-03-20", [Is("due", "2021-12-31")])).HalfYear("2021H1", "2021-07-10").Registers![0].Counts
            .ShouldSatisfyAllConditions(c => c.Moved.ShouldBe(1), c => c.Overdue.ShouldBe(2));

    /// <summary>Whatever happens to items on whichever days, every count adds up on every day.</summary>
    [Fact]
    public void Items_are_open_or_settled_and_the_withdrawn_are_apart() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 40], Gen.Int[0, 60]).Array[1, 25].Sample(steps =>
        {
            var (story, day) = (Given(Ordered(), Owed("2021-02-01", "2021-02-10")), Day("2021-02-01"));
            foreach (var (kind, forward, pick) in steps)
            {
                day = day.AddDays(forward % 9);
                var on = day.ToString("yyyy-MM-dd");
                var id = Register.ItemId("arrears", pick % story.State.Registers["arrears"].Items.Count + 1);
                var act = kind switch
                {
                    0 => Owed(on, day.AddDays(forward).ToString("yyyy-MM-dd")),
                    1 => Change(id, People.Housing, on, [Is("paid", 100)]),
                    2 => Settle(id, People.North, on),
                    3 => story.Item(id).State == ItemState.Claimed ? Release(id, "north", on) : Confirm(id, on),
                    _ => pick % 5 == 0 ? Withdraw(id, People.Housing, on) : Return(id, on),
                };
                if (story.Decide(act).Refusal is null)
                    story = story.Do(act);
            }

            for (var d = Day("2021-01-31"); d <= day; d = d.AddDays(3))
            {
                var counts = RegisterCounts.Of(story.State.Registers["arrears"], story.Plan.Latest.Registers[0], story.Plan, HalfYear.Of(d).FirstDay, d);
                (counts.Open + counts.Settled).ShouldBe(counts.Items);
                (counts.Items + counts.Withdrawn).ShouldBe(story.State.Registers["arrears"].Items.Count(i => i.Added.EffectiveOn <= d));
                (counts.Overdue + counts.Waiting).ShouldBeLessThanOrEqualTo(counts.Open);
                counts.SettledWithin.ShouldBeLessThanOrEqualTo(counts.Settled);
                UnitBehind.Of(story.State.Registers["arrears"], story.Plan.Latest.Registers[0], story.Plan, d, d, []).Sum(b => b.Items).ShouldBe(counts.Overdue);
            }
        }, iter: 200);
}
