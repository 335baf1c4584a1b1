using System.Security.Cryptography;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.Notices;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Inspections;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Notices;

/// <summary>What the acts and documents of a notice need from beside the ledger: frozen data sets, texts, signed files.</summary>
public sealed class NoticeDesk(NpgsqlDataSource database, RoundDesk rounds, LedgerTexts texts)
{
    private static readonly Dictionary<Type, string> Names = EventCatalogue.All.ToDictionary(e => e.Type, e => e.Alias);

    /// <summary>What the round's frozen data set proposes, notice first; nothing while the round is not closed.</summary>
    public async Task<IReadOnlyList<ProposedEntry>> EntriesAsync(Volume volume, PlanState state, HalfYear half, CancellationToken ct) =>
        state.Plan.FindRound(half)?.Closed is { } closed && HalfYearJson.Read(await rounds.FrozenAsync(volume.Jurisdiction.Id, closed, ct)) is var set ? [.. set.Proposed, .. set.Letters] : [];

    /// <summary>The plan as the round's leaves have it; null while the round is not closed.</summary>
    public static PlanState? CutOf(Volume volume, PlanState state, HalfYear half) =>
        state.Plan.FindRound(half)?.Closed is { } closed ? volume.At(state.Plan.Id, (int)closed.TreeSize) : null;

    /// <summary>What the notice's documents are drawn from; null where none is drafted.</summary>
    public async Task<NoticePaper?> PaperAsync(Volume volume, PlanState state, HalfYear half, CancellationToken ct)
    {
        if (!state.Notices.TryGetValue(half.ToString(), out var notice) || state.Plan.FindRound(half)?.Closed is not { } closed)
            return null;
        var steps = state.InOrder.SelectMany(t => t.Steps).Where(s => notice.Entries.Exists(e => e.Facts.Milestones.Contains(s.Id))).ToList();
        var words = await texts.OfAsync(volume.Jurisdiction.Id, [.. TextEvents(notice), .. steps.Select(s => s.Entry.Event)], ct);
        return new()
        {
            Steps = steps.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => new StepMatter(words.GetValueOrDefault((s.Entry.Event, "deliverable"), "分解事项"), s.Due)),
            Statements = state.InOrder.SelectMany(t => t.Definitions).SelectMany(d => d.Catalogue.Milestones).Where(m => notice.Entries.Exists(e => e.Facts.Milestones.Contains(m.Id)))
                .DistinctBy(m => m.Id).ToDictionary(m => m.Id, m => m.Definition.Statement),
            DataSet = HalfYearJson.Read(await rounds.FrozenAsync(volume.Jurisdiction.Id, closed, ct)),
            Notice = notice,
            Plan = state.Plan,
            Texts = words,
        };
    }

    /// <summary>Events of the notice that carry texts.</summary>
    public static IReadOnlyCollection<Guid> TextEvents(Notice notice) =>
        [.. notice.Wording.Values.Select(w => w.Event).Concat(notice.Changes.Select(c => c.Id)).Concat(notice.Entries.SelectMany(e => e.Trail)).Distinct()];

    /// <summary>A signed text's exact bytes, by the hash in its event.</summary>
    public async Task<byte[]> KeptAsync(string jurisdiction, string sha256, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select content from {LedgerSchema.Name}.data_sets where tenant_id = $1 and sha256 = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = Convert.FromHexString(sha256) });
        var bytes = await command.ExecuteScalarAsync(ct) as byte[] ?? throw new InvalidOperationException($"The signed text {sha256} is missing.");
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256 ? bytes : throw new InvalidOperationException($"The signed text {sha256} does not match its hash.");
    }

    /// <summary>The events of a chain as the ledger holds them, in its order.</summary>
    public static IReadOnlyList<ChainLink> Chain(Volume volume, IReadOnlyList<Guid> events, int position)
    {
        var wanted = events.ToHashSet();
        return [.. Enumerable.Range(0, position).Select(i => volume.Timeline[i]).Where(e => wanted.Contains(e.Id)).Select(e => new ChainLink(e.Id, e.Leaf, e.RecordedOn, Names.GetValueOrDefault(e.Data.GetType(), "")))];
    }
}

/// <summary>What notices need.</summary>
[Services]
public static class NoticeSlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<NoticeDesk>();
}
