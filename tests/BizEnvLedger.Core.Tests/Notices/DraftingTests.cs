using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

public class DraftingTests
{
    [Fact]
    public void The_draft_takes_the_frozen_entries_the_city_s_own_units_in_the_notice_and_the_others_in_letters()
    {
        var notice = Of(Drafted);
        notice.Entries.Select(e => (e.Id, e.Unit, e.Facts.Category, e.Facts.Kind)).ShouldBe([(Named, "energy", "hollow", EntryKind.Notice), (Lettered, "tax", "slow", EntryKind.Letter)]);
        notice.DataSetSha256.ShouldBe(Closed.Plan.FindRound(Covered)!.Closed!.DataSetSha256);
        Entry(Drafted).Facts.Events.ShouldNotBeEmpty();
        Entry(Drafted, Lettered).Facts.Milestones.ShouldBe(["2.1-m1@2021H1", "2.1-m3", "2.1-m4"]);
    }

    [Fact]
    public void A_notice_needs_its_round_closed_and_is_drafted_once()
    {
        Closed.When(Draft("2021-07-13", "2021H2")).Refused("unknown-round", RefusalKind.NotFound);
        Closed.And(Inspections.InspectionActs.Opened("2021H2", "2021-07-12")).When(Draft("2021-07-13", "2021H2")).Refused("round-not-closed", RefusalKind.Conflict);
        Drafted.When(Draft("2021-07-14")).Refused("notice-drafted-already", RefusalKind.Conflict);
        Closed.When(Feedback("2021-07-14")).Refused("unknown-notice", RefusalKind.NotFound);
        Closed.When(Draft("2021-07-13").By(People.Leader)).Refused("role-not-allowed", RefusalKind.NotAllowed);
    }

    [Fact]
    public void An_entry_is_struck_only_with_a_reason_and_a_second_person()
    {
        var asked = Drafted.And(Strike("2021-07-14"));
        Entry(asked).Stands.ShouldBeTrue();
        asked.When(ConfirmLast("2021-07-14").By(People.Office)).Refused("proposer-never-confirms", RefusalKind.NotAllowed);
        var struck = asked.And(ConfirmLast("2021-07-15"));
        Entry(struck).Stands.ShouldBeFalse();
        Of(struck).Entries.Count.ShouldBe(2);
        Entry(asked.And(ConfirmLast("2021-07-15", agreed: false))).Stands.ShouldBeTrue();
        Drafted.When(Strike("2021-07-14", reason: Text(" "))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Drafted.When(Strike("2021-07-14", "2021H1-09")).Refused("unknown-notice-entry", RefusalKind.NotFound, "entry");
        asked.When(Strike("2021-07-14")).Refused("change-pending", RefusalKind.Conflict);
        struck.When(Strike("2021-07-16")).Refused("entry-struck", RefusalKind.Conflict);
        struck.When(ConfirmLast("2021-07-16")).Refused("change-decided", RefusalKind.Conflict);
        struck.When(ConfirmLast("2021-07-16", change: Guid.Empty)).Refused("unknown-change", RefusalKind.NotFound, "change");
        Signed.When(Strike("2021-07-26")).Refused("notice-signed", RefusalKind.Conflict);
        LetterSent.When(Strike("2021-07-26", Lettered)).Refused("letter-signed", RefusalKind.Conflict);
    }
}
