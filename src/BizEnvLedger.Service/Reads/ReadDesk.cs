using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Reads;

/// <summary>
/// Where protected matter is let out: by the rights table, and on record before the first byte goes; a reading that is not recorded does not happen.
/// A second one of the same thing by the same person on the same day writes nothing and takes no lock, so that polling neither waits nor fills the ledger.
/// </summary>
public sealed class ReadDesk(LedgerWriter writer, LedgerClock clock)
{
    // First readings line up here rather than on database connections: however many come at once, writers find theirs.
    private readonly SemaphoreSlim places = new(4);

    /// <summary>Null where the caller may read, and the reading is on record; else the problem.</summary>
    /// <param name="volume">The ledger, read on to its present end.</param>
    /// <param name="decide">The read's decision; without events it needs no record.</param>
    /// <param name="stream">The matter's own stream, where its readings stand there; null for the day's.</param>
    public async Task<IResult?> AllowAsync(Volume volume, Caller who, Func<LedgerState, Moment, Decision> decide, CancellationToken ct, string? stream = null, string plan = "")
    {
        var now = clock.Now(volume.Zone);
        var asked = decide(volume.State, now);
        if (asked.Refusal is { } refusal)
            return Problems.Of(refusal);
        var to = stream ?? ReadLog.StreamOf(now.On);
        if (volume.State.Reads.Once(asked, who, to, now.On).Events.Count == 0)
            return null;
        await places.WaitAsync(ct);
        try
        {
            var outcome = await writer.WriteAsync(new()
            {
                Jurisdiction = volume.Jurisdiction.Id,
                Who = who,
                Plan = plan,
                Stream = to,
                Scope = WriteScope.Stream,
                ImportMark = clock.IsDemonstration ? "demonstration" : null,
                // Under the stream's lock, and read on: of many at once the first is recorded.
                Decide = (_, moment) => volume.State.Reads.Once(decide(volume.State, moment), who, to, moment.On),
            }, ct);
            return outcome is Outcome.Refused refused ? Problems.Of(refused.Refusal) : null;
        }
        finally
        {
            places.Release();
        }
    }
}

/// <summary>What protected reads need.</summary>
[Services]
public static class ReadSlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<ReadDesk>();
}
