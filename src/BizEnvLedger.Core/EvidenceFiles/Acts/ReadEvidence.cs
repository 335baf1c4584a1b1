using BizEnvLedger.Core.Ledger;
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
        var tasks = state.Citations.GetValueOrDefault(command.Sha256, []).Select(StreamKey.Parse)
            .Where(k => k.Kind == StreamKey.TaskKind)
            .Select(k => (state.Plans[k.Plan].Plan, Task: state.Plans[k.Plan].Tasks[k.Id])).ToList();
        // A file that no task cites is judged by any plan: only whoever brought it in can be a party to it.
        var plans = tasks.Count > 0 ? tasks.Select(t => t.Plan).Distinct() : state.Plans.Values.Select(p => p.Plan);
        Refusal? first = null;
        foreach (var plan in plans)
        {
            var matter = new Matter(command.Sha256, now.On)
            {
                Leads = tasks.Where(t => t.Plan == plan).SelectMany(t => t.Task.EveryoneOn(now.On)),
                Owners = file.Unit is { } unit ? [unit] : [],
            };
            if (RightsTable.Check(nameof(ReadEvidence), who, matter, plan) is not { } refused)
                return Decision.Of(new EvidenceRead(command.Sha256));
            first ??= refused;
        }

        return first ?? (Decision)Decision.Of(new EvidenceRead(command.Sha256));
    }
}
