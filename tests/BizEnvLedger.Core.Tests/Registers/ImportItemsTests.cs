using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Registers.Acts;
using static BizEnvLedger.Core.Tests.Registers.RegisterActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Registers;

public class ImportItemsTests
{
    private static readonly Story Owing = Given(Ordered(), Owed("2021-02-01", "2021-03-31"), Owed("2021-02-01", "2021-04-30"));
    private static readonly Dictionary<Guid, string> Beside = Owing.State.Registers["arrears"].Items.ToDictionary(i => i.Added.Event, _ => Cells(("party", "某公司")).Value);

    private static ImportRow Row(int row, string? item, int? version, decimal paid, string party = "某公司", string due = "2021-03-31", string status = "open") =>
        new(row, item, version, [Is("debtor", "north"), Is("amount", 100), paid == 0 ? new("paid") : Is("paid", paid), Is("due", due), Is("status", status)], Cells(("party", party)));

    [Fact]
    public void A_row_with_an_id_changes_what_differs_a_row_without_adds_and_the_rest_stays() =>
        Owing.When(Import("arrears", People.Housing, "2021-03-01", [Row(2, "arrears-1", 1, 40), Row(3, "arrears-2", 1, 0, due: "2021-04-30"), Row(4, null, null, 7, "另一公司"), Row(5, null, null, 8)], Beside)).Then(
            new RegisterItemChanged("arrears", "arrears-1", "housing", [new("paid", Number: 40)], null, Day("2021-03-01")),
            new RegisterItemAdded("arrears", "arrears-3", "housing", [new("debtor", Unit: "north"), new("amount", Number: 100), new("paid", Number: 7), new("due", Day: Day("2021-03-31"))], TextSeal.Of(Cells(("party", "另一公司"))), Day("2021-03-01")),
            new RegisterItemAdded("arrears", "arrears-4", "housing", [new("debtor", Unit: "north"), new("amount", Number: 100), new("paid", Number: 8), new("due", Day: Day("2021-03-31"))], TextSeal.Of(Cells(("party", "某公司"))), Day("2021-03-01")));

    [Fact]
    public void Texts_are_compared_with_those_beside_the_ledger()
    {
        Owing.When(Import("arrears", People.Housing, "2021-03-01", [Row(2, "arrears-1", 1, 0, "改名公司")], Beside))
            .Then(new RegisterItemChanged("arrears", "arrears-1", "housing", [], TextSeal.Of(Cells(("party", "改名公司"))), Day("2021-03-01")));
        // An erased text left as an empty cell, and comes back as one.
        Owing.When(Import("arrears", People.Housing, "2021-03-01", [Row(2, "arrears-1", 1, 0, "")])).Refused("import-changes-nothing", RefusalKind.Conflict);
    }

    [Fact]
    public void The_same_rows_change_nothing() =>
        Owing.When(Import("arrears", People.Housing, "2021-03-01", [Row(2, "arrears-1", 1, 0)], Beside)).Refused("import-changes-nothing", RefusalKind.Conflict);

    [Fact]
    public void All_mistakes_are_told_at_once_and_nothing_comes_in()
    {
        var story = Owing.And(Withdraw("arrears-2", People.Housing, "2021-02-20"));
        ImportRow[] rows =
        [
            Row(2, "arrears-1", 9, 0), Row(3, "arrears-7", 1, 0), Row(4, "arrears-1", 1, 5), Row(5, "arrears-2", 2, 5, due: "2021-04-30", status: "withdrawn"), Row(6, null, null, 5, status: "settled"),
            new(7, null, null, [Is("debtor", "nowhere"), Is("amount", -1), Is("due", "x")], Cells(("party", "a\0"))), new(8, null, null, [], null), Row(9, null, null, 1), new(10, "arrears-2", null, [], null),
        ];
        var plan = ImportItems.Plan(story.State, new("arrears", rows, Beside, null), People.Housing, new(default, Day("2021-03-01")));
        plan.Mistakes.Select(m => (m.Row, m.Column, m.Refusal.Code)).ShouldBe(
        [
            (2, null, "item-moved"), (3, null, "unknown-register-item"), (4, null, "item-twice"), (5, null, "item-closed"), (6, "status", "status-follows-acts"),
            (7, "debtor", "unknown-unit"), (7, "amount", "amount-negative"), (7, "due", "value-not-of-column"), (7, "party", "text-control-character"), (8, null, "item-empty"), (10, null, "item-twice"),
        ]);
        story.When(Import("arrears", People.Housing, "2021-03-01", rows, Beside)).Refused("import-mistakes", RefusalKind.Invalid, "rows");
        ImportItems.Plan(story.State, new("arrears", [new(2, "arrears-1", null, [], null)], Beside, null), People.Housing, new(default, Day("2021-03-01"))).Mistakes.Single().Refusal.Code
            .ShouldBe("item-version-missing");
    }

    [Fact]
    public void A_row_that_was_read_in_part_is_looked_at_as_far_as_it_was()
    {
        IEnumerable<string> Told(ImportRow row, Story? story = null) => ImportItems.Plan((story ?? Owing).State, new("arrears", [row], Beside, null), People.Housing, new(default, Day("2021-03-01"))).Mistakes.Select(m => $"{m.Column} {m.Refusal.Code}");
        // A bad date beside a state that no act made: both.
        Told(Row(2, null, null, 5, status: "settled") with { Unread = Unread.Cells }).ShouldBe(["status status-follows-acts"]);
        // Emptied only because they were unreadable; and nothing of it comes in.
        Told(new(2, null, null, [], null) { Unread = Unread.Cells }).ShouldBeEmpty();
        Told(new(2, "arrears-1", null, [], null) { Unread = Unread.Version }).ShouldBeEmpty();
        // Without its id nobody knows in which state it is.
        Told(Row(2, null, null, 5, status: "settled") with { Unread = Unread.Item }).ShouldBeEmpty();
        Told(Row(2, "arrears-1", 9, 5, new string('长', 501), status: "settled")).ShouldBe([" item-moved", "party text-too-long"]);
        var plan = ImportItems.Plan(Owing.State, new("arrears", [Row(2, "arrears-1", 1, 40) with { Unread = Unread.Cells }, Row(3, null, null, 5)], Beside, null), People.Housing, new(default, Day("2021-03-01")));
        (plan.Added, plan.Changed, plan.Unchanged).ShouldBe((1, 0, 0));
    }

    [Fact]
    public void Too_many_rows_are_told_beside_the_mistakes_in_them()
    {
        var story = Given(Ordered(new() { MostImportRows = 1, MostItems = 1 }));
        ImportItems.Plan(story.State, new("arrears", [Row(2, null, null, 1), Row(3, null, null, 1, status: "settled")], Beside, null), People.Housing, new(default, Day("2021-03-01"))).Mistakes
            .Select(m => (m.Row, m.Refusal.Code)).ShouldBe([(0, "import-too-large"), (0, "register-full"), (3, "status-follows-acts")]);
    }

    [Fact]
    public void A_closed_item_may_come_back_as_it_left() =>
        Owing.And(Settled("arrears-1", "2021-02-20")).When(Import("arrears", People.Housing, "2021-03-01", [Row(2, "arrears-1", 5, 100, status: "settled"), Row(3, "arrears-2", 1, 9, due: "2021-04-30")], Beside))
            .Then(new RegisterItemChanged("arrears", "arrears-2", "housing", [new("paid", Number: 9)], null, Day("2021-03-01")));

    [Fact]
    public void Rows_and_register_have_bounds_and_rights()
    {
        // Whatever goes out comes back: only rows that change something are counted.
        Given(Ordered(new() { MostImportRows = 1 }), Owed("2021-02-01", "2021-03-31"), Owed("2021-02-01", "2021-04-30"))
            .When(Import("arrears", People.Housing, "2021-03-01", [Row(2, "arrears-1", 1, 40), Row(3, "arrears-2", 1, 0, due: "2021-04-30", party: "")])).Accepted();
        Given(Ordered(new() { MostImportRows = 1 })).When(Import("arrears", People.Housing, "2021-03-01", [Row(2, null, null, 1), Row(3, null, null, 1)])).Refused("import-too-large", RefusalKind.Invalid, "rows");
        Given(Ordered(new() { MostItems = 1 })).When(Import("arrears", People.Housing, "2021-03-01", [Row(2, null, null, 1), Row(3, null, null, 1)])).Refused("register-full", RefusalKind.Conflict);
        Owing.When(Import("arrears", People.Tax, "2021-03-01", [Row(2, null, null, 1)])).Refused("not-your-register", RefusalKind.NotAllowed);
        Owing.When(Import("nothing", People.Tax, "2021-03-01", [])).Refused("unknown-register", RefusalKind.NotFound);
    }
}
