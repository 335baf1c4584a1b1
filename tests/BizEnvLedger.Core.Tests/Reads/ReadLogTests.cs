using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Tests.Notices;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Reads;

public class ReadLogTests
{
    private static readonly ProtectedRead Draft = new(nameof(ReadNoticeDraft), "harbour-2021:notice:2021H1", null);

    [Fact]
    public void A_draft_that_is_read_is_on_record_and_what_was_signed_needs_none()
    {
        NoticeActs.FedBack.When(ReadCases.Draft(NoticeActs.Named, "feedback").By(People.Energy)).Then(new ProtectedRead(nameof(ReadNoticeDraft), Notice.StreamOf(InventedPlan.Id, NoticeActs.Covered), "2021H1-01/feedback"));
        NoticeActs.Closed.When(ReadCases.Report()).Then(new ProtectedRead(nameof(ReadReport), OpenInspection.StreamOf(InventedPlan.Id, NoticeActs.Covered), "report.docx"));
        NoticeActs.Signed.When(ReadCases.Report().By(People.Water)).Then();
        NoticeActs.FedBack.When(ReadCases.Draft(null, null).By(People.Water)).Refused("draft-not-yours", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_unit_sees_its_own_entry_of_a_draft_once_it_was_fed_back()
    {
        Sees(NoticeActs.Drafted, NoticeActs.Named).ShouldBeFalse();
        Sees(NoticeActs.FedBack, NoticeActs.Named).ShouldBeTrue();
        Sees(NoticeActs.FedBack, NoticeActs.Lettered).ShouldBeFalse();

        static bool Sees(Story story, string entry) => ReadNoticeDraft.MaySee(story.State, NoticeActs.Of(story), NoticeActs.Entry(story, entry), People.Energy, Day("2021-07-20"));
    }

    [Fact]
    public void The_same_reading_by_the_same_person_on_the_same_day_is_one_event()
    {
        var read = Story.Empty.And(Read(People.Office, "2021-07-20"));
        Once(read, People.Office, "2021-07-20").ShouldBeEmpty();
        Once(read, People.Auditor, "2021-07-20").ShouldHaveSingleItem();
        Once(read, People.Office, "2021-07-21").ShouldHaveSingleItem();
        Once(read, People.Office, "2021-07-20", Draft with { Part = "notice" }).ShouldHaveSingleItem();
        Once(read.And(Read(People.Auditor, "2021-07-21")), People.Office, "2021-07-21").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_file_that_is_read_again_on_its_day_is_no_second_event()
    {
        var fact = new EvidenceRead(Evidence);
        var read = Story.Empty.And(Read(People.Office, "2021-07-20", fact));
        Once(read, People.Office, "2021-07-20", fact).ShouldBeEmpty();
        Once(read, People.Office, "2021-07-20", new EvidenceRead(new('c', 64))).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_refusal_stays_a_refusal() =>
        Story.Empty.Whole.Reads.Once(Refusal.NotAllowed("role-not-allowed"), People.Office, "reads@2021-07-20", Day("2021-07-20")).Refusal.ShouldNotBeNull();

    private static Act Read(Caller who, string on, object? fact = null) => new(ReadLog.StreamOf(Day(on)), who, Day(on), (_, _, _) => Decision.Of(fact ?? Draft));

    private static IReadOnlyList<object> Once(Story story, Caller who, string on, object? fact = null) =>
        story.Whole.Reads.Once(Decision.Of(fact ?? Draft), who, ReadLog.StreamOf(Day(on)), Day(on)).Events;
}
