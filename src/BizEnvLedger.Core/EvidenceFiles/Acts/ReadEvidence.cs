using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.EvidenceFiles.Acts;

/// <summary>
/// Reads a file. A unit reads what it brought in, and what is cited on a task that it leads or cooperates on.
/// Refused: unknown, a role that has no business with it, a unit that has no part in it.
/// </summary>
public sealed record ReadEvidence(string Sha256)
{
    public static Decision Decide(LedgerState state, ReadEvidence command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(ReadEvidence), who) is { } refusal)
            return refusal;
        if (!state.Files.TryGetValue(command.Sha256, out var file))
            return Refusal.NotFound("evidence-unknown", "sha256", ("sha256", command.Sha256.Length > 80 ? command.Sha256[..80] : command.Sha256));
        return FileMatter.Check(nameof(ReadEvidence), state, file, who, now, "not-your-matter") ?? (Decision)Decision.Of(new EvidenceRead(command.Sha256));
    }
}

/// <summary>
/// Cites files in an act of any kind. To cite a file on a task lets everybody with a part in the task read it, so only who may read it may cite it:
/// to know its hash, which every event shows, is not to hold it. Who holds the bytes brings them in, and may. Refused: a file that the caller may not read.
/// </summary>
public sealed record CiteEvidence(IReadOnlyList<string> Files)
{
    public static Refusal? Check(LedgerState state, CiteEvidence command, Caller who, Moment now) =>
        command.Files.Count == 0 ? null
        : EvidenceFile.Missing(state.Files, command.Files)
            ?? command.Files.Select(f => FileMatter.Check(nameof(CiteEvidence), state, state.Files[f], who, now, "evidence-not-yours")).FirstOrDefault(refused => refused is not null);
}

/// <summary>A file as a matter of rights.</summary>
internal static class FileMatter
{
    /// <summary>Who brought it in are its owners; who has a part in a task that cites it counts as leading.</summary>
    public static Refusal? Check(string command, LedgerState state, EvidenceFile file, Caller who, Moment now, string notYours)
    {
        var tasks = state.Citations.GetValueOrDefault(file.Sha256, []).Select(StreamKey.Parse)
            .Where(k => k.Kind == StreamKey.TaskKind)
            .Select(k => (state.Plans[k.Plan].Plan, Task: state.Plans[k.Plan].Tasks[k.Id])).ToList();
        Refusal? first = null;
        // Any plan knows who brought it in: it may have been succeeded in one of them.
        foreach (var plan in state.Plans.Values.Select(p => p.Plan).OrderByDescending(p => tasks.Exists(t => t.Plan == p)).ThenBy(p => p.Id, StringComparer.Ordinal))
        {
            var matter = new Matter(file.Sha256, now.On)
            {
                Leads = tasks.Where(t => t.Plan == plan).SelectMany(t => t.Task.EveryoneOn(now.On)),
                Owners = file.Bringings.Select(b => b.Unit).OfType<string>(),
                NotYours = notYours,
            };
            if (RightsTable.Check(command, who, matter, plan) is not { } refused)
                return null;
            first ??= refused;
        }

        return first;
    }
}
