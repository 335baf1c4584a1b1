using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Registers.Acts;
using static BizEnvLedger.Core.Tests.Registers.RegisterActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Registers;

public class ItemsTests
{
    private static readonly Story Owing = Given(Ordered(), Owed("2021-02-01", "2021-03-31"));

    [Fact]
    public void An_item_holds_its_typed_cells_in_the_clear_and_all_its_texts_under_one_seal() =>
        Given(Ordered()).When(Add("arrears", People.Housing, "2021-02-01", [Is("debtor", "north"), Is("amount", 120.50m), Is("due", "2021-03-31")], Cells(("party", "某公司"), ("basis", "合同"))))
            .Then(new RegisterItemAdded("arrears", "arrears-1", "housing", [new("debtor", Unit: "north"), new("amount", Number: 120.5m), new("due", Day: Day("2021-03-31"))],
                TextSeal.Of(new("{\"basis\":\"合同\",\"party\":\"某公司\"}", new byte[32])), Day("2021-02-01")));

    [Fact]
    public void Empty_cells_are_left_out_and_no_text_needs_no_seal() =>
        Given(Ordered()).When(Add("arrears", People.Energy, "2021-02-01", [Is("amount", 5), new("due")], Cells(("party", " "))))
            .Then(new RegisterItemAdded("arrears", "arrears-1", "energy", [new("amount", Number: 5)], null, Day("2021-02-01")));

    [Fact]
    public void An_office_enters_items_only_where_the_plan_names_no_keeper()
    {
        Given(Ordered()).When(Add("schemes", People.GroupOffice, "2021-02-01", [Is("unit", "north")]))
            .Then(new RegisterItemAdded("schemes", "schemes-1", null, [new("unit", Unit: "north")], null, Day("2021-02-01")));
        Given(Ordered()).When(Owed("2021-02-01", "2021-03-31").By(People.GroupOffice)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        Given(Ordered()).When(Owed("2021-02-01", "2021-03-31").By(People.Tax)).Refused("not-your-register", RefusalKind.NotAllowed);
    }

    [Theory]
    [InlineData("nowhere", "2021-03-31", "unknown-unit", "values.debtor")]
    [InlineData("north", "2021-02-30", "value-not-of-column", "values.due")]
    [InlineData("north", "31.3.2021", "value-not-of-column", "values.due")]
    public void A_word_must_be_of_its_column(string debtor, string due, string code, string field) =>
        Given(Ordered()).When(Add("arrears", People.Housing, "2021-02-01", [Is("debtor", debtor), Is("due", due)])).Refused(code, RefusalKind.Invalid, field);

    [Theory]
    [InlineData("100000000000", "value-out-of-bounds")]
    [InlineData("0.00001", "too-many-decimals")]
    [InlineData("-1", "amount-negative")]
    public void An_amount_stays_within_its_bounds(string amount, string code) =>
        Given(Ordered()).When(Add("arrears", People.Housing, "2021-02-01", [Is("amount", decimal.Parse(amount))])).Refused(code, RefusalKind.Invalid, "values.amount");

    [Fact]
    public void Nothing_is_paid_beyond_what_is_owed()
    {
        Given(Ordered()).When(Add("arrears", People.Housing, "2021-02-01", [Is("amount", 64), Is("paid", 128.5m)])).Refused("paid-exceeds-amount", RefusalKind.Invalid, "values.paid");
        Given(Ordered()).When(Add("arrears", People.Housing, "2021-02-01", [Is("amount", 64), Is("paid", 64)])).Accepted();
        Given(Ordered()).When(Add("arrears", People.Housing, "2021-02-01", [Is("paid", 64)])).Accepted();
        Owing.When(Change("arrears-1", People.Housing, "2021-03-10", [Is("paid", 100.01m)])).Refused("paid-exceeds-amount", RefusalKind.Invalid, "values.paid");
        var paid = Owing.And(Change("arrears-1", People.Housing, "2021-03-10", [Is("paid", 80)]));
        paid.When(Change("arrears-1", People.Housing, "2021-03-11", [Is("amount", 79)])).Refused("paid-exceeds-amount", RefusalKind.Invalid, "values.amount");
        // From an earlier day on, it would be too much on a later one.
        paid.When(Change("arrears-1", People.Housing, "2021-03-11", [Is("amount", 79)], effective: "2021-03-01")).Refused("paid-exceeds-amount", RefusalKind.Invalid, "values.amount");
        paid.When(Change("arrears-1", People.Housing, "2021-03-11", [Is("amount", 80)])).Accepted();
    }

    [Fact]
    public void A_number_may_be_negative_and_the_bounds_are_data()
    {
        Given(Ordered()).When(Add("charges", People.Housing, "2021-02-01", [Is("count", -3.1234m)])).Accepted();
        Given(Ordered(new() { MostDecimals = 2, ValueBound = 10 })).When(Add("charges", People.Housing, "2021-02-01", [Is("count", 3.123m)])).Refused("too-many-decimals", RefusalKind.Invalid, "values.count");
        Given(Ordered(new() { ValueBound = 10 })).When(Add("charges", People.Housing, "2021-02-01", [Is("count", -10)])).Refused("value-out-of-bounds", RefusalKind.Invalid, "values.count");
    }

    [Fact]
    public void Columns_are_those_of_the_plan()
    {
        var given = Given(Ordered());
        given.When(Add("nothing", People.Housing, "2021-02-01", [])).Refused("unknown-register", RefusalKind.NotFound);
        given.When(Add("arrears", People.Housing, "2021-02-01", [Is("size", 1)])).Refused("unknown-column", RefusalKind.Invalid, "values.size");
        given.When(Add("arrears", People.Housing, "2021-02-01", [Is("amount", 1), Is("amount", 2)])).Refused("column-twice", RefusalKind.Invalid, "values.amount");
        given.When(Add("arrears", People.Housing, "2021-02-01", [Is("party", "某公司")])).Refused("column-is-text", RefusalKind.Invalid, "values.party");
        given.When(Add("arrears", People.Housing, "2021-02-01", [], Cells(("debtor", "某公司")))).Refused("column-not-text", RefusalKind.Invalid, "texts.debtor");
        given.When(Add("arrears", People.Housing, "2021-02-01", [], Cells(("size", "大")))).Refused("unknown-column", RefusalKind.Invalid, "texts.size");
        given.When(Add("arrears", People.Housing, "2021-02-01", [Is("status", "settled")])).Refused("status-follows-acts", RefusalKind.Invalid, "values.status");
        given.When(Add("arrears", People.Housing, "2021-02-01", [Is("status", "open"), new("due")])).Refused("item-empty", RefusalKind.Invalid, "values");
    }

    [Fact]
    public void Every_mistake_of_an_item_is_told_at_once()
    {
        var refusal = Given(Ordered()).Decide(Add("arrears", People.Housing, "2021-02-01", [Is("debtor", "nowhere"), Is("amount", -1), Is("size", 1)], Cells(("party", "a\0"), ("basis", new string('长', 501))))).Refusal!;
        refusal.Also.Prepend(refusal).Select(r => $"{r.Field} {r.Code}").ShouldBe(
            ["values.debtor unknown-unit", "values.amount amount-negative", "values.size unknown-column", "texts.basis text-too-long", "texts.party text-control-character"]);
        Owing.Decide(Change("arrears-1", People.Housing, "2021-02-02", [Is("due", "x"), Is("status", "settled")])).Refusal!.Also.Select(r => r.Code).ShouldBe(["status-follows-acts"]);
    }

    [Fact]
    public void A_text_cell_has_a_limit_of_its_own()
    {
        var given = Given(Ordered(new() { TextLimit = 3 }));
        given.When(Add("arrears", People.Housing, "2021-02-01", [], Cells(("party", "三个字")))).Accepted();
        given.When(Add("arrears", People.Housing, "2021-02-01", [], Cells(("party", "四个字了")))).Refused("text-too-long", RefusalKind.Invalid, "texts.party");
        given.When(Add("arrears", People.Housing, "2021-02-01", [], Cells(("party", "a\0")))).Refused("text-control-character", RefusalKind.Invalid, "texts.party");
    }

    [Fact]
    public void A_register_is_not_endless() =>
        Given(Ordered(new() { MostItems = 1 }), Owed("2021-02-01", "2021-03-31")).When(Owed("2021-02-01", "2021-03-31")).Refused("register-full", RefusalKind.Conflict);

    [Fact]
    public void A_day_lies_neither_in_the_future_nor_before_the_plan()
    {
        Given(Ordered()).When(Owed("2021-02-01", "2021-03-31", effective: "2021-02-02")).Refused("date-in-future", RefusalKind.Invalid, "effectiveOn");
        Given(Ordered()).When(Owed("2021-02-01", "2021-03-31", effective: "2020-12-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
    }

    [Fact]
    public void A_change_says_only_what_differs_and_what_stood_before_stays()
    {
        var changed = Owing.When(Change("arrears-1", People.Energy, "2021-03-10", [Is("amount", 100), Is("paid", 40), new("due")], version: 1));
        changed.Then(new RegisterItemChanged("arrears", "arrears-1", "energy", [new("paid", Number: 40), new("due")], null, Day("2021-03-10")));
        var item = changed.Accepted().Item("arrears-1");
        item.CellsOn(Day("2021-03-09"))["due"].Day.ShouldBe(Day("2021-03-31"));
        item.CellsOn(Day("2021-03-10")).ContainsKey("due").ShouldBeFalse();
        (item.FirstDue, item.Version, item.OutstandingOn(Day("2021-03-10"))).ShouldBe((Day("2021-03-31"), 2, 60m));
    }

    [Fact]
    public void Facts_stand_at_their_day_whatever_the_order_of_recording()
    {
        var story = Owing.And(
            Change("arrears-1", People.Housing, "2021-03-10", [Is("paid", 40)]), Change("arrears-1", People.Housing, "2021-03-11", [Is("paid", 10)], effective: "2021-03-01"));
        story.Item("arrears-1").CellsOn(Day("2021-03-05"))["paid"].Number.ShouldBe(10);
        story.Item("arrears-1").CellsOn(Day("2021-03-12"))["paid"].Number.ShouldBe(40);
        // On the same day the later recorded wins.
        story.And(Change("arrears-1", People.Housing, "2021-03-12", [Is("paid", 50)], effective: "2021-03-10")).Item("arrears-1").CellsOn(Day("2021-03-12"))["paid"].Number.ShouldBe(50);
    }

    [Fact]
    public void New_texts_are_a_change_and_take_the_place_of_the_old()
    {
        var changed = Owing.When(Change("arrears-1", People.Housing, "2021-03-10", [], Cells()));
        changed.Then(new RegisterItemChanged("arrears", "arrears-1", "housing", [], TextSeal.Of(new("{}", new byte[32])), Day("2021-03-10")));
        var story = changed.Accepted();
        story.Item("arrears-1").TextsOn(Day("2021-03-09")).ShouldBe(Owing.Last);
        story.Item("arrears-1").TextsOn(Day("2021-03-10")).ShouldBe(story.Last);
    }

    [Fact]
    public void A_change_that_is_none_or_is_of_another_version_is_refused()
    {
        Owing.When(Change("arrears-1", People.Housing, "2021-03-10", [Is("amount", 100.00m)])).Refused("item-unchanged", RefusalKind.Conflict);
        Owing.When(Change("arrears-1", People.Housing, "2021-03-10", [Is("paid", 1)], version: 2)).Refused("item-moved", RefusalKind.Conflict);
        Owing.When(Change("arrears-9", People.Housing, "2021-03-10", [Is("paid", 1)])).Refused("unknown-register-item", RefusalKind.NotFound);
        Owing.When(Change("arrears-1", People.Housing, "2021-03-10", [Is("paid", 1)], register: "schemes")).Refused("unknown-register-item", RefusalKind.NotFound);
        Owing.When(Change("arrears-1", People.Housing, "2021-03-10", [Is("paid", 1)], register: "nothing")).Refused("unknown-register", RefusalKind.NotFound);
        Owing.When(Change("arrears-1", People.Housing, "2021-03-10", [Is("paid", 1)], effective: "2021-01-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
    }

    [Fact]
    public void An_item_is_read_by_who_keeps_it_whom_it_names_and_who_supervises()
    {
        var story = Owing.And(Owed("2021-02-02", "2021-03-31", "water"));
        string Seen(Caller who, Story? of = null) =>
            string.Join(' ', (of ?? story).State.Registers["arrears"].Items.Where(ReadItem.MaySee((of ?? story).State, story.Plan.Latest.Registers[0], who, Day("2021-03-01"))).Select(i => i.Id));
        foreach (var caller in new[] { People.Housing, People.Energy, People.Water, People.Approver("energy"), People.Office, People.GroupOffice, People.Leader, People.Auditor })
            Seen(caller).ShouldBe("arrears-1 arrears-2", caller.Sub);
        Seen(People.North).ShouldBe("arrears-1");
        Seen(People.Approver("north")).ShouldBe("arrears-1");
        Seen(People.Tax).ShouldBe("");
        Seen(new("root", new HashSet<Role> { Role.Admin }, null, new HashSet<string>())).ShouldBe("");
        // Whoever the item no longer names sees it no more.
        Seen(People.North, story.And(Change("arrears-1", People.Housing, "2021-02-20", [Is("debtor", "tax")]))).ShouldBe("");
        story.When(Read("arrears-1", People.North, "2021-03-01")).Then();
        story.When(Read("arrears-2", People.North, "2021-03-01")).Refused("not-your-register", RefusalKind.NotAllowed);
        story.When(Read("arrears-9", People.North, "2021-03-01")).Refused("unknown-register-item", RefusalKind.NotFound);
        story.When(Read("arrears-1", People.North, "2021-03-01", "nothing")).Refused("unknown-register", RefusalKind.NotFound);
    }

    [Fact]
    public void Reading_what_the_plan_calls_personal_is_on_record()
    {
        var story = Given(Ordered(), Add("inspectors", People.Office, "2021-02-01", [Is("unit", "north")], Cells(("certificate", "北01"))));
        var of = Register.StreamOf(InventedPlan.Id, "inspectors");
        story.When(Read("inspectors-1", People.North, "2021-03-01")).Then(new ProtectedRead(nameof(ReadItem), of, "inspectors-1"));
        var register = story.Plan.Latest.Registers.Single(r => r.Id == "inspectors");
        ReadItem.OfList(story.State, register, People.Auditor).Events.ShouldBe([new ProtectedRead(nameof(ReadItem), of, null)]);
        ReadItem.OfList(story.State, register, new("root", new HashSet<Role> { Role.Admin }, null, new HashSet<string>())).Refusal!.Code.ShouldBe("role-not-allowed");
        (ReadItem.IsPersonal(register, ["certificate"]), ReadItem.IsPersonal(register, ["field"]), ReadItem.IsPersonal(register, [])).ShouldBe((true, false, false));
    }

    [Fact]
    public void A_withdrawn_item_is_counted_apart_and_closed()
    {
        var withdrawn = Owing.When(Withdraw("arrears-1", People.Housing, "2021-03-10"));
        withdrawn.Then(new RegisterItemWithdrawn("arrears", "arrears-1", "housing", Sealed()));
        var story = withdrawn.Accepted();
        story.Item("arrears-1").State.ShouldBe(ItemState.Withdrawn);
        story.When(Change("arrears-1", People.Housing, "2021-03-11", [Is("paid", 1)])).Refused("item-closed", RefusalKind.Conflict);
        story.When(Withdraw("arrears-1", People.Housing, "2021-03-11")).Refused("item-closed", RefusalKind.Conflict);
        Owing.When(Withdraw("arrears-1", People.Housing, "2021-03-10", Text(" "))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Owing.When(Withdraw("arrears-1", People.Housing, "2021-03-10", register: "nothing")).Refused("unknown-register", RefusalKind.NotFound);
        Owing.When(Withdraw("arrears-2", People.Housing, "2021-03-10")).Refused("unknown-register-item", RefusalKind.NotFound);
    }
}
