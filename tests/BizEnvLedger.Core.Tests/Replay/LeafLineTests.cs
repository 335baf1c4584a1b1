using System.Text;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Tests.Replay;

public class LeafLineTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("city", TimeSpan.FromHours(8), "city", "city");

    private const string Report =
        """{"tenant" : "1", "stream" : "p:09", "version" : 2, "id" : "01a20cf5-c226-4124-8b96-17b2002ad00d", "type" : "task_acknowledged", "recordedAt" : "2021-05-06T17:30:00.000000Z", "sealedAt" : "2026-11-24T09:49:23.519672Z", "data" : {"unit": "energy", "effectiveOn": "2021-05-07"}, "headers" : {"imported": "register"}, "user" : "unit:energy", "correlation" : null, "causation" : null}""";

    private const string Tombstone =
        """{"tenant" : "1", "stream" : "mt_tombstone", "version" : 3562, "id" : "01a20cf5-c226-4124-8b96-17b2002ad00e", "type" : "tombstone", "recordedAt" : null, "sealedAt" : "2026-11-24T09:49:23.519672Z", "data" : {}, "headers" : null, "user" : null, "correlation" : null, "causation" : null}""";

    [Fact]
    public void A_line_is_read_as_it_was_sealed_with_the_day_of_its_city()
    {
        var e = Read(Report, 0);
        e.Data.ShouldBe(new TaskAcknowledged("energy", new(2021, 5, 7)));
        e.RecordedOn.ShouldBe(new DateOnly(2021, 5, 7));
        e.KnownAt.ShouldBe(new DateTimeOffset(2021, 5, 6, 17, 30, 0, TimeSpan.Zero));
        (e.User, e.Imported, e.Version).ShouldBe(("unit:energy", true, 2));
    }

    [Fact]
    public void A_tombstone_keeps_its_place_and_means_nothing()
    {
        var e = Read(Tombstone, 1);
        e.Data.ShouldBe(new Unknown("tombstone"));
        LedgerState.Fold([e]).Size.ShouldBe(2);
    }

    [Fact]
    public void A_tombstone_among_claimed_times_does_not_move_what_was_known_when()
    {
        var timeline = new Timeline();
        timeline.Add(Read(Report, 0));
        timeline.Add(Read(Tombstone, 1));
        timeline.Add(Read(Report.Replace("17:30", "18:30", StringComparison.Ordinal), 2));
        timeline.SizeAt(new(2021, 5, 6, 18, 0, 0, TimeSpan.Zero)).ShouldBe(2);
        timeline.SizeAt(new(2021, 5, 6, 19, 0, 0, TimeSpan.Zero)).ShouldBe(3);
    }

    private static Core.Ledger.Recorded Read(string line, long leaf) => LeafLine.Read(Encoding.UTF8.GetBytes(line), leaf, Zone);
}
