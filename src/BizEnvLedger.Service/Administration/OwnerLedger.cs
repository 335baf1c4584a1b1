using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Administration.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Administration;

/// <summary>
/// Puts the owner's acts on record, in the ledger of every jurisdiction that they touch, sealed like every other event.
/// Who is the operating system's account, or the name given with <c>--as</c>.
/// </summary>
public sealed class OwnerLedger(IServiceProvider services, NpgsqlConnection owner, Caller who)
{
    // Told apart from every sub that a token gives.
    private const string Prefix = "owner:";

    /// <summary>The caller of the owner's command line.</summary>
    public static Caller Who(string? named) => new(Prefix + (named ?? Environment.UserName), new HashSet<Role> { Role.Owner }, null, new HashSet<string>());

    /// <summary>Each jurisdiction whose ledger is still empty begins with its own event; whatever began before is left as it is.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        foreach (var jurisdiction in await Jurisdictions.AllAsync(owner, ct))
            await RecordAsync(jurisdiction.Id, state => AddJurisdiction.Decide(state, new(jurisdiction.Name, jurisdiction.TimeZone), who), ct);
    }

    /// <summary>A backup, in every ledger that it holds.</summary>
    public async Task BackedUpAsync(BackupManifest manifest, string sha256, CancellationToken ct)
    {
        foreach (var jurisdiction in manifest.Jurisdictions)
            await RecordAsync(jurisdiction, state => TakeBackup.Decide(state, new(sha256, Micro(manifest.MadeAt), manifest.TreeSizes?.GetValueOrDefault(jurisdiction) ?? 0), who), ct);
    }

    /// <summary>What a restore noted in its own transaction; a restore that died before its event is put on record by the next start.</summary>
    public async Task RestoredAsync(CancellationToken ct)
    {
        var noted = await owner.ScalarAsync<string>($"select value from {LedgerSchema.Name}.installation where key = $1", ct, RestoreNote.Key);
        if (noted is null || JsonSerializer.Deserialize<RestoreNote>(noted, LedgerJson.Options) is not { } note)
            return;
        foreach (var (jurisdiction, size) in note.TreeSizes)
            await RecordAsync(jurisdiction, state => RestoreLedger.Decide(state, new(note.Sha256, Micro(note.MadeAt), size), who), ct);
        await owner.RunAsync($"delete from {LedgerSchema.Name}.installation where key = $1", ct, RestoreNote.Key);
    }

    /// <summary>The receivers of events as configured now, by jurisdiction, where they are others than on record.</summary>
    public async Task AdoptAsync(IReadOnlyDictionary<string, IReadOnlyList<DeliveryTarget>> targets, CancellationToken ct)
    {
        foreach (var jurisdiction in await Jurisdictions.AllAsync(owner, ct))
            await RecordAsync(jurisdiction.Id, state => AdoptDeliveryTargets.Decide(state, new(targets.GetValueOrDefault(jurisdiction.Id) ?? []), who), ct);
    }

    public static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var bytes = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct));
    }

    /// <summary>What is on record already is not recorded again. Refused: a ledger that cannot be written to; the act itself has been done.</summary>
    private async Task RecordAsync(string jurisdiction, Func<LedgerState, Decision> decide, CancellationToken ct)
    {
        try
        {
            var clock = services.GetRequiredService<LedgerClock>();
            clock.DemonstrationOffset ??= await OffsetAsync(owner, ct);
            var volume = await services.GetRequiredService<LedgerBook>().OpenAsync(jurisdiction, ct);
            if (decide(volume.State).Refusal is not null)
                return;
            await services.GetRequiredService<LedgerWriter>().WriteAsync(new()
            {
                Jurisdiction = jurisdiction,
                Who = who,
                Plan = "",
                Stream = AdministrationStream.Key,
                Scope = WriteScope.Stream,
                ImportMark = clock.IsDemonstration ? "demonstration" : null,
                Decide = (_, _) => decide(volume.State),
            }, ct);
        }
        catch (NpgsqlException e)
        {
            throw new LedgerRefusal(
                $"操作已完成,但未能记入辖区 {jurisdiction} 的台账:{e.Message}。请排除原因后重做一次。",
                $"It was done, but could not be put on record in the ledger of {jurisdiction}. Settle the cause, then do it again.", e);
        }
    }

    /// <summary>The demonstration's clock, where the database holds one.</summary>
    public static async Task<TimeSpan?> OffsetAsync(NpgsqlConnection owner, CancellationToken ct) =>
        await owner.ScalarAsync<string>($"select value from {LedgerSchema.Name}.installation where key = $1", ct, LedgerClock.OffsetKey) is { } offset
            ? TimeSpan.FromSeconds(double.Parse(offset, CultureInfo.InvariantCulture))
            : null;

    private static DateTimeOffset Micro(DateTimeOffset at) => new(at.UtcTicks / 10 * 10, TimeSpan.Zero);
}

/// <summary>What a restore leaves in the database until it is on record: the file, when it was made, and how many leaves each ledger had.</summary>
public sealed record RestoreNote(string Sha256, DateTimeOffset MadeAt, IReadOnlyDictionary<string, long> TreeSizes)
{
    public const string Key = "restored-from";
}
