using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using static BizEnvLedger.Core.Tests.Administration.AdministrationCases;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Administration;

public class AdministrationTests
{
    [Fact]
    public void A_jurisdictions_ledger_begins_with_its_own_event_and_never_twice()
    {
        Story.Empty.When(Add("2021-01-10")).Then(new JurisdictionAdded("港城市", "Asia/Shanghai"));
        Begun.When(Add("2021-02-01")).Refused("jurisdiction-begun", RefusalKind.Conflict);
        // A ledger that began before such acts were on record is left as it is.
        Given(Acts.Issued()).When(Add("2021-02-01")).Refused("jurisdiction-begun", RefusalKind.Conflict);
    }

    [Fact]
    public void A_backup_is_on_record_once_with_the_leaves_that_it_holds()
    {
        Begun.When(BackUp("2021-02-01")).Then(new BackupTaken(new('b', 64), DateTimeOffset.UnixEpoch, Begun.Whole.Size));
        Begun.And(BackUp("2021-02-01")).When(BackUp("2021-02-02")).Refused("backup-on-record", RefusalKind.Conflict);
        Begun.And(BackUp("2021-02-01")).When(BackUp("2021-02-02", 'c')).Accepted();
    }

    [Fact]
    public void A_restore_is_on_record_once_but_again_where_an_older_backup_took_its_record_away()
    {
        var restored = Begun.And(Restore("2021-02-01", Begun.Whole.Size));
        restored.When(Restore("2021-02-01", Begun.Whole.Size)).Refused("restore-on-record", RefusalKind.Conflict);
        // The restored ledger was backed up and restored itself: another file.
        restored.When(Restore("2021-03-01", restored.Whole.Size, 'c')).Accepted();
    }

    [Fact]
    public void An_import_is_on_record_once_and_before_it_ends()
    {
        Begun.When(Import("2021-02-01")).Then(new HistoryImported(Evidence, "register", 12));
        Begun.And(Import("2021-02-01")).When(Import("2021-02-01")).Refused("import-on-record", RefusalKind.Conflict);
        var ended = new Act(ImportEnded.Stream, People.Owner, Day("2021-02-01"), (_, _, _) => Decision.Of(new ImportEnded("register", 12)));
        Begun.And(ended).When(Import("2021-02-01")).Refused("import-ended", RefusalKind.Conflict);
    }

    [Fact]
    public void Receivers_are_adopted_when_they_change_and_also_when_there_are_none_any_more()
    {
        Begun.When(Adopt("2021-02-01")).Refused("targets-on-record", RefusalKind.Conflict);
        var adopted = Begun.And(Adopt("2021-02-01", Platform));
        adopted.When(Adopt("2021-02-02", Platform with { Units = ["energy"] })).Refused("targets-on-record", RefusalKind.Conflict);
        adopted.When(Adopt("2021-02-02", Platform with { Units = ["water"] })).Accepted();
        adopted.When(Adopt("2021-02-02")).Then(new DeliveryTargetsAdopted([]));
    }

    [Fact]
    public void What_the_owner_does_is_no_content_and_changes_no_plan()
    {
        Given(Add("2021-01-10")).Whole.HasContents.ShouldBeFalse();
        Begun.Whole.HasContents.ShouldBeTrue();
        var after = Begun.Whole.Apply(Begun.And(BackUp("2021-02-01")).Events[^1]);
        after.Plans.ShouldBeSameAs(Begun.Whole.Plans);
        after.Size.ShouldBe(Begun.Whole.Size + 1);
    }

    [Fact]
    public void History_that_comes_after_the_jurisdiction_was_added_keeps_the_times_that_it_claims()
    {
        var timeline = new Timeline();
        timeline.Add(At(0, "2023-07-10", false, new JurisdictionAdded("港城市", "Asia/Shanghai")));
        timeline.Add(At(1, "2021-03-01", true, "of the history"));
        timeline.Add(At(2, "2021-03-02", true, new ImportEnded("register", 1)));
        timeline.Add(At(3, "2023-07-11", false, new BackupTaken(Evidence, DateTimeOffset.UnixEpoch, 3)));
        timeline.SizeAt(Time("2021-03-02")).ShouldBe(3);
        timeline.SizeAt(Time("2023-07-10")).ShouldBe(3);
        timeline.SizeAt(Time("2023-07-11")).ShouldBe(4);
    }

    private static Recorded At(long leaf, string day, bool imported, object data) =>
        new(Guid.NewGuid(), "s", leaf + 1, leaf, Time(day), Day(day), imported ? Time("2023-07-10") : Time(day), "x", imported, data);

    private static DateTimeOffset Time(string day) => new(Day(day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
