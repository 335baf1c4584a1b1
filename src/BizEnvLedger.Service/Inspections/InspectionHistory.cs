using System.Globalization;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Inspections;

/// <summary>Acts of a round that a history file may hold; the line's <c>halfYear</c> names the round.</summary>
[HistoryActs]
public static class InspectionHistory
{
    public static void Add(HistoryActs acts)
    {
        Add<SchemeBody>(acts, "scheme", (b, half) => InspectorsActs.Scheme(b, half));
        Add<SchemeApprovalBody>(acts, "scheme-approve", (_, half) => InspectorsActs.Approve(half));
        Add<VerdictBody>(acts, "verdict", (b, half) => InspectorsActs.Verdict(b, half));
        Add<FindingBody>(acts, "finding", (b, half) => InspectorsActs.Finding(b, half));
        Add<HistoryUphold>(acts, "finding-uphold", (b, half) => InspectorsActs.Uphold(new(b.Reason), half, Need.Value(b.Finding, "finding")));
        acts.Add<DrawBody>("spot-check-draw", async (place, line, _, state) =>
        {
            var half = Half(line);
            var basis = await place.Services.GetRequiredService<RoundDesk>().DrawBasisAsync(place.Volume, state.Plan, half, place.Cancelled);
            return (OpenInspection.StreamOf(state.Plan.Id, half), WriteScope.Plan, PlanAct.Of(new DrawSpotCheck(half, basis), DrawSpotCheck.Decide));
        });
        acts.Add<SpotCheckBody>("spot-check", (line, body, state) =>
        {
            var half = Half(line);
            return (OpenInspection.StreamOf(state.Plan.Id, half), WriteScope.Plan, InspectorsActs.SpotCheck(body, half, Drawn(line, state.Plan.InspectionOf(half).Draw)));
        });
    }

    /// <summary>
    /// The milestone that the line names; or, as <c>key</c>, which of those drawn it is, from 1: what will be drawn nobody knows who writes a history that
    /// is yet to be brought in.
    /// </summary>
    private static string Drawn(HistoryLine line, SpotCheckDraw? draw) => line.Milestone
        ?? (int.TryParse(line.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= draw?.Drawn.Count ? draw.Drawn[n - 1]
            : throw new LedgerRefusal($"{line.Act} 须注明 milestone，或以 key 注明抽中的第几项", $"{line.Act} must name its milestone, or as key which of those drawn"));

    private static void Add<TBody>(HistoryActs acts, string act, Func<TBody, HalfYear, PlanAct> prepare) where TBody : class =>
        acts.Add<TBody>(act, (line, body, state) => (OpenInspection.StreamOf(state.Plan.Id, Half(line)), WriteScope.Plan, prepare(body, Half(line))));

    private static HalfYear Half(HistoryLine line) =>
        HalfYear.TryParse(line.HalfYear, out var half) ? half : throw new LedgerRefusal($"{line.Act} 须注明 halfYear", $"{line.Act} must name its halfYear");
}

/// <summary>问题认定 in a history file: the finding's event, by its label.</summary>
public sealed record HistoryUphold(Guid? Finding, string? Reason);
