using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Inspections;

/// <summary>半年专项督查: rounds, the half-year view, closing, reports.</summary>
[Endpoints]
public static class InspectionEndpoints
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var rounds = routes.MapGroup("/api/v1/plans/{plan}/inspections").RequireAuthorization().WithTags("inspections");
        rounds.MapGet("", ListAsync).Produces<Page<RoundRow>>().WithSummary("督查轮次 / Half-years of the plan, with their rounds.");
        rounds.MapPost("", OpenAsync).Accepts<OpenBody>("application/json").Produces<Receipt>(StatusCodes.Status201Created).WithSummary("启动督查 / Opens a half-year's round (office).");
        rounds.MapGet("/{halfYear}", OneAsync).Produces<RoundShape>().WithSummary("半年视图 / The half-year view: frozen where the round is closed, else as it would close now.");
        rounds.MapPost("/{halfYear}/close", CloseAsync).Produces<Receipt>().WithSummary("关闭督查 / Closes the round once and freezes its cut (office).");
        rounds.MapGet("/{halfYear}/restated", RestatedAsync).Produces<RestatedShape>().WithSummary("数据重述 / What has come since the round closed: corrections of its facts, late entries into it, claims that rested on a corrected figure, closures that were undone.");
        InspectorsEndpoints.Map(rounds);
        rounds.MapGet("/{halfYear}/report.{format}", ReportAsync).WithSummary("督查报告 / report.json, report.xlsx, report.docx of a closed round: the same cut, the same bytes.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var found = opened!.Plan.Plan;
        var rows = found.HalfYears().Select(half => RoundRow.Of(found, half, opened.AsOf.Today)).ToList();
        var (page, wrong) = Paging.Of(http, rows, opened.Position, r => r.HalfYear, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> OpenAsync(HttpContext http, CommandDesk desk, string plan)
    {
        var (body, problem) = await Bodies.ReadAsync(http, Bodies.CommandLimit, http.RequestAborted);
        if (problem is not null)
            return problem;
        var (asked, wrong) = Bodies.Parse<OpenBody>(body);
        if (wrong is not null)
            return wrong;
        if (!HalfYear.TryParse(asked!.HalfYear, out var half))
            return Malformed(asked.HalfYear ?? "");
        return await desk.OnPlanAsync(http, body!, plan, OpenInspection.StreamOf(plan, half), StatusCodes.Status201Created,
            (call, state, now) => state is null ? throw UnknownPlan(plan) : OpenInspection.Decide(state.Plan, new(half), call.Who!, now), location: $"/api/v1/plans/{plan}/inspections/{half}");
    }

    private static async Task<IResult> OneAsync(HttpContext http, RoundDesk rounds, string plan, string halfYear)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        if (Half(opened!.Plan.Plan, halfYear, out var half) is { } wrong)
            return wrong;
        var volume = opened.AsOf.Volume;
        var row = RoundRow.Of(opened.Plan.Plan, half, opened.AsOf.Today);
        // What would be proposed against a unit is for those who judge, until a notice is signed.
        var shows = ReadReport.MaySeeProposed(opened.Plan, half, Callers.Of(http.User).Who);
        if (opened.Plan.Plan.FindRound(half)?.Closed is { } closed)
            return Answer(HalfYearJson.Read(await rounds.FrozenAsync(volume.Jurisdiction.Id, closed, http.RequestAborted)), closed.DataSetSha256);
        var cut = await rounds.CutAsync(volume, plan, half, opened.Position, http.RequestAborted);
        return Answer(cut.DataSet, cut.Sha256);

        IResult Answer(HalfYearDataSet view, string sha256) =>
            Results.Json(new RoundShape(row, shows ? view : view with { Proposed = [], Letters = [] }, sha256), LedgerJson.Options);
    }

    private static async Task<IResult> CloseAsync(HttpContext http, CommandDesk desk, LedgerBook book, RoundDesk rounds, string plan, string halfYear)
    {
        var ct = http.RequestAborted;
        var (body, problem) = await Bodies.ReadAsync(http, Bodies.CommandLimit, ct);
        if (problem is not null)
            return problem;
        if (!HalfYear.TryParse(halfYear, out var half))
            return CommandDesk.Unknown("unknown-round", "halfYear", halfYear);
        var call = await desk.CallAsync(http, body!, ct);
        if (call.Problem is not null)
            return call.Problem;
        // The tree size is read once; what is sealed after it belongs to the next round, whoever is still writing meanwhile.
        var volume = await book.OpenAsync(call.Jurisdiction!, ct);
        var size = (int)volume.State.Size;
        var worth = volume.State.Plans.TryGetValue(plan, out var known) && RightsTable.Role(nameof(CloseInspection), call.Who!) is null && known.Plan.FindRound(half) is { Closed: null };
        var cut = worth ? await rounds.CutAsync(volume, plan, half, size, ct) : null;
        return await desk.OnPlanAsync(http, body!, plan, OpenInspection.StreamOf(plan, half), StatusCodes.Status200OK, (caller, state, now) =>
        {
            if (state is null)
                throw UnknownPlan(plan);
            if (CloseInspection.Check(state.Plan, new(half), caller.Who!, now) is { } refusal)
                return refusal;
            var previous = state.Plan.LastClosedBefore(half)?.Closed?.DataSetSha256;
            return cut is null || cut.PreviousSha256 != previous
                ? Refusal.Conflict("cut-moved", null, ("halfYear", half))
                : CloseInspection.Decide(state.Plan, new(half), cut.DataSet, cut.Sha256, caller.Who!, now);
        }, cut is null ? [] : [("data_sets", cut.Bytes, null)]);
    }

    private static async Task<IResult> RestatedAsync(HttpContext http, RoundDesk rounds, string plan, string halfYear)
    {
        var (closed, opened, half, problem) = await ClosedAsync(http, plan, halfYear);
        if (problem is not null)
            return problem;
        var volume = opened!.AsOf.Volume;
        var frozen = HalfYearJson.Read(await rounds.FrozenAsync(volume.Jurisdiction.Id, closed!, http.RequestAborted));
        var since = HalfYearView.Of(opened.Plan, opened.Plan.InOrder, new(half.Next, DateTimeOffset.MaxValue, opened.AsOf.Today, opened.Position, ""),
            new(volume.Jurisdiction.Id, volume.Jurisdiction.Name, false), frozen);
        return Results.Json(RestatedShape.Of(half, closed!, opened.Plan, since), LedgerJson.Options);
    }

    private static async Task<IResult> ReportAsync(HttpContext http, RoundDesk rounds, ReadDesk reads, string plan, string halfYear, string format)
    {
        if (format is not ("json" or "xlsx" or "docx"))
            return CommandDesk.Unknown("unknown-format", "format", format);
        var (closed, opened, half, problem) = await ClosedAsync(http, plan, halfYear);
        if (problem is not null)
            return problem;
        var (who, _) = Callers.Of(http.User);
        if (await reads.AllowAsync(opened!.AsOf.Volume, who, (_, _) => ReadReport.Decide(opened.Plan, new(half, $"report.{format}"), who), http.RequestAborted) is { } refusal)
            return refusal;
        var bytes = await rounds.FrozenAsync(opened.AsOf.Volume.Jurisdiction.Id, closed!, http.RequestAborted);
        http.Response.Headers.ETag = $"\"{closed!.DataSetSha256}\"";
        var name = $"{plan}-{half}-report.{format}";
        return format switch
        {
            "json" => Results.File(bytes, "application/json; charset=utf-8", name),
            "xlsx" => Results.File(HalfYearWorkbook.Write(HalfYearJson.Read(bytes)), Xlsx, name),
            _ => Results.File(HalfYearNotice.Write(HalfYearJson.Read(bytes)), Docx, name),
        };
    }

    internal static async Task<(InspectionClosed? Closed, TaskReads.Opened? Opened, HalfYear Half, IResult? Problem)> ClosedAsync(HttpContext http, string plan, string halfYear)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return (null, null, default, problem);
        if (Half(opened!.Plan.Plan, halfYear, out var half) is { } wrong)
            return (null, null, half, wrong);
        return opened.Plan.Plan.FindRound(half)?.Closed is { } closed
            ? (closed, opened, half, null)
            : (null, null, half, Problems.Of(StatusCodes.Status409Conflict, "round-not-closed", null, new Dictionary<string, string> { ["halfYear"] = halfYear }));
    }

    internal static IResult? Half(ActionPlan plan, string text, out HalfYear half) =>
        HalfYear.TryParse(text, out half) && half.CompareTo(HalfYear.Of(plan.IssuedOn)) >= 0 && half.CompareTo(HalfYear.Of(plan.Horizon)) <= 0
            ? null
            : CommandDesk.Unknown("unknown-round", "halfYear", text);

    private static IResult Malformed(string text) =>
        Problems.Of(StatusCodes.Status422UnprocessableEntity, "malformed-half-year", "halfYear", new Dictionary<string, string> { ["value"] = text.Length > 40 ? text[..40] : text });

    private static ProblemException UnknownPlan(string plan) => new(CommandDesk.Unknown("unknown-plan", "plan", plan));
}

/// <summary>Which half-year to open: <c>2023H1</c>.</summary>
public sealed record OpenBody(string? HalfYear);

/// <summary>A half-year of the plan: notOpened, proposed (over, and no scheme yet), drafted, approved, open or closed.</summary>
public sealed record RoundRow(
    string HalfYear, DateOnly From, DateOnly To, string State, bool Over, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, long? TreeSize, string? Root, string? DataSetSha256, DateOnly? AnnouncedOn)
{
    public static RoundRow Of(ActionPlan plan, HalfYear half, DateOnly today)
    {
        var round = plan.FindRound(half);
        return new(half.ToString(), half.FirstDay, half.LastDay, Figures.Word(plan.StateOf(half, today)), today > half.LastDay,
            round?.OpenedAt, round?.ClosedAt, round?.Closed?.TreeSize, round?.Closed?.Root, round?.Closed?.DataSetSha256, plan.InspectionOf(half).Announced?.RecordedOn);
    }
}

/// <summary>A round with its half-year view.</summary>
public sealed record RoundShape(RoundRow Round, HalfYearDataSet View, string DataSetSha256);

/// <summary>重述: what a closed round does not know. The round itself never changes.</summary>
public sealed record RestatedShape(
    string HalfYear, long TreeSize, IReadOnlyList<CorrectionFigures> Corrections, IReadOnlyList<LateEntry> LateEntries, IReadOnlyList<RestatedClaim> Claims, IReadOnlyList<ReopenedClosure> Reopened)
{
    public static RestatedShape Of(HalfYear half, InspectionClosed closed, Core.Replay.PlanState plan, HalfYearDataSet since)
    {
        var corrected = since.Restated.SelectMany(c => c.Events).ToHashSet();
        return new(half.ToString(), closed.TreeSize, since.Restated, [.. since.LateEntries.Where(l => l.EffectiveOn <= half.LastDay)],
            [.. plan.InOrder.SelectMany(t => t.Claims).Where(c => c.Readings.Any(corrected.Contains)).Select(c => new RestatedClaim(c.Milestone, c.Id, [.. c.Readings.Where(corrected.Contains)]))],
            [.. since.Supervision!.Reopened.Where(r => r.Round == half.ToString())]);
    }
}

/// <summary>A claim that rested on a figure which was corrected after the round closed.</summary>
public sealed record RestatedClaim(string Milestone, Guid Claim, IReadOnlyList<Guid> Readings);

/// <summary>What rounds need.</summary>
[Services]
public static class InspectionSlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<RoundDesk>();
}
