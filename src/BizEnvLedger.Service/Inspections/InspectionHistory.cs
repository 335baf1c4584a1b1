using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Inspections;

/// <summary>Acts of a round that a history file may hold; the line's <c>halfYear</c> names the round.</summary>
[HistoryActs]
public static class InspectionHistory
{
    public static void Add(HistoryActs acts)
    {
        Add<SchemeBody>(acts, "scheme", (b, half) => InspectorsActs.Scheme(b, half));
        Add<SchemeApprovalBody>(acts, "scheme-approve", (b, half) => InspectorsActs.Approve(b, half, imported: true));
        Add<VerdictBody>(acts, "verdict", (b, half) => InspectorsActs.Verdict(b, half));
        Add<SecretBody>(acts, "spot-check-secret", (b, half) => InspectorsActs.Reveal(b, half));
        Add<FindingBody>(acts, "finding", (b, half) => InspectorsActs.Finding(b, half));
    }

    private static void Add<TBody>(HistoryActs acts, string act, Func<TBody, HalfYear, PlanAct> prepare) where TBody : class =>
        acts.Add<TBody>(act, (line, body, state) => HalfYear.TryParse(line.HalfYear, out var half)
            ? (OpenInspection.StreamOf(state.Plan.Id, half), WriteScope.Plan, prepare(body, half))
            : throw new LedgerRefusal($"{act} 须注明 halfYear", $"{act} must name its halfYear"));
}
