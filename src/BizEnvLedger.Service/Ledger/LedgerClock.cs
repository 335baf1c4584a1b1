using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Service.Ledger;

/// <summary>
/// The ledger's now. In a demonstration it runs by an offset fixed in the database; that sets claimed times and "today" only,
/// while tokens, scheduling and seals use real time.
/// </summary>
public sealed class LedgerClock(TimeProvider time)
{
    /// <summary>Where the database keeps it.</summary>
    public const string OffsetKey = "demonstration-offset-seconds";

    /// <summary>Set once at start, before the first request, where the database holds a demonstration.</summary>
    public TimeSpan? DemonstrationOffset { get; set; }

    public bool IsDemonstration => DemonstrationOffset is not null;

    public Moment Now(TimeZoneInfo zone)
    {
        var at = time.GetUtcNow() + (DemonstrationOffset ?? TimeSpan.Zero);
        // PostgreSQL keeps microseconds: what is decided by is what is stored.
        at = new DateTimeOffset(at.Ticks / 10 * 10, TimeSpan.Zero);
        return MomentOf(at, zone);
    }

    /// <summary>A moment as the jurisdiction's calendar and clock have it.</summary>
    public static Moment MomentOf(DateTimeOffset at, TimeZoneInfo zone) => new(at, LeafLine.DayOf(at, zone)) { Offset = zone.GetUtcOffset(at) };
}
