using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Inspections;

/// <summary>Reads of a round's scheme, verdicts, findings and spot checks.</summary>
public static class InspectorsReads
{
    internal static void Map(RouteGroupBuilder rounds)
    {
        rounds.MapGet("/{halfYear}/scheme", SchemeAsync).Produces<SchemesShape>().WithSummary("督查方案 / The scheme in force, and a later draft where one waits.");
        rounds.MapGet("/{halfYear}/verdicts", VerdictsAsync).Produces<Page<VerdictShape>>()
            .Takes(QueryKey.Flag("differs", "Where verdict and light differ, or do not."))
            .WithSummary("督查判定 / Each task's latest verdict beside its light on the half-year's last day. Filter: differs=true, where the two differ.");
        rounds.MapGet("/{halfYear}/findings", FindingsAsync).Produces<Page<FindingShape>>()
            .Takes(QueryKey.Any("task", "Of this task."), QueryKey.Any("unit", "Of this unit."), QueryKey.Of<FindingCategory>("category", "Of this category."))
            .WithSummary("问题 / Findings. Filters: task, unit, category.");
        rounds.MapGet("/{halfYear}/spot-checks", SpotChecksAsync).Produces<SpotChecksShape>().WithSummary("抽查 / The draw with all that it takes to draw again, and what each check came to.");
    }

    private static async Task<IResult> SchemeAsync(HttpContext http, string plan, string halfYear)
    {
        var (round, problem) = await OpenAsync(http, plan, halfYear, i => [i.InForce?.Entry, i.Draft?.Entry]);
        if (problem is not null)
            return problem;
        var (inspection, opened) = (round!.Inspection, round.Opened);
        SchemeShape? Shape(Scheme? s) => s is null ? null : new(
            s.Tasks, [.. s.Teams.Select(t => new TeamShape(t.Name, [.. t.Members.Select(m => new TeamMemberShape(m.Sub, opened.Plan.Plan.Name(m.HomeUnit)))], t.Tasks))],
            round.Text(s.Entry, "purpose"), s.Entry.Event, s.Entry.RecordedAt, s.Entry.User, s.Approval?.Event, s.Approval?.RecordedAt, s.Approval?.User);
        return Results.Json(new SchemesShape(
            halfYear, Figures.Word(opened.Plan.Plan.StateOf(inspection.HalfYear, opened.AsOf.Today)), inspection.Announced?.RecordedOn, Shape(inspection.InForce),
            inspection.Draft is { Approval: null } ? Shape(inspection.Draft) : null, opened.Position), LedgerJson.Options);
    }

    private static async Task<IResult> VerdictsAsync(HttpContext http, RoundDesk rounds, string plan, string halfYear)
    {
        var (round, problem) = await OpenAsync(http, plan, halfYear, i => i.Verdicts.Select(v => v.Entry));
        if (problem is not null)
            return problem;
        // Frozen with the round, else as it would freeze now.
        var figures = round!.Opened.Plan.Plan.FindRound(round.Inspection.HalfYear)?.Closed is { } closed
            ? HalfYearJson.Read(await rounds.FrozenAsync(round.Opened.AsOf.Volume.Jurisdiction.Id, closed, http.RequestAborted))
            : (await rounds.CutAsync(round.Opened.AsOf.Volume, plan, round.Inspection.HalfYear, round.Opened.Position, http.RequestAborted)).DataSet;
        var differs = TaskReads.Query(http, "differs");
        var verdicts = round.Inspection.Standing.ToDictionary(v => v.Task);
        var rows = (figures.Supervision?.Verdicts ?? []).Where(v => differs is null || v.Differs == (differs == "true"))
            .Select(v => new VerdictShape(v.Task, v.Title, v.Light, v.Verdict, v.Differs, round.Text(verdicts[v.Task].Entry, "finding"), verdicts[v.Task].Evidence,
                verdicts[v.Task].Entry.RecordedAt, verdicts[v.Task].Entry.User, v.Events)).ToList();
        var (page, wrong) = Paging.Of(http, rows, round.Opened.Position, v => v.Task, v => v);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> FindingsAsync(HttpContext http, string plan, string halfYear)
    {
        var (round, problem) = await OpenAsync(http, plan, halfYear, i => i.Findings.SelectMany(f => new[] { f.Entry, f.Upheld }));
        if (problem is not null)
            return problem;
        var (task, unit, category) = (TaskReads.Query(http, "task"), TaskReads.Query(http, "unit"), TaskReads.Query(http, "category"));
        var rows = round!.Inspection.Findings
            .Where(f => (task is null || f.Task == task) && (unit is null || f.Unit == unit) && (category is null || Figures.Word(f.Category) == category))
            .Select(f => new FindingShape(f.Entry.Event, f.Task, f.Milestones, round.Opened.Plan.Plan.Name(f.Unit), Figures.Word(f.Category), f.Facts, round.Text(f.Entry, "finding"), f.Evidence,
                f.Entry.RecordedAt, f.Entry.User, f.Upheld?.Event, f.Upheld?.RecordedAt, f.Upheld?.User, f.Upheld is { } upheld ? round.Text(upheld, "reason") : null)).ToList();
        var (page, wrong) = Paging.Of(http, rows, round.Opened.Position, f => f.Id.ToString(), f => f);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> SpotChecksAsync(HttpContext http, RoundDesk rounds, string plan, string halfYear)
    {
        var (round, problem) = await OpenAsync(http, plan, halfYear, i => i.Checks.Select(c => c.Entry));
        if (problem is not null)
            return problem;
        var (inspection, found) = (round!.Inspection, round.Opened.Plan.Plan);
        if (found.FindRound(inspection.HalfYear) is not { Closed: { } closed } closing)
            return Problems.Of(StatusCodes.Status409Conflict, "round-not-closed", null, new Dictionary<string, string> { ["halfYear"] = halfYear });
        var population = Drawing.PopulationOf(HalfYearJson.Read(await rounds.FrozenAsync(round.Opened.AsOf.Volume.Jurisdiction.Id, closed, http.RequestAborted)));
        var draw = inspection.Draw;
        var rules = found.Rules.Inspections;
        return Results.Json(new SpotChecksShape
        {
            HalfYear = halfYear,
            Format = Drawing.FormatName,
            DataSetSha256 = closed.DataSetSha256,
            ClosedTreeSize = closed.TreeSize,
            CheckpointOn = Core.Inspections.Acts.DrawSpotCheck.CheckpointOf(found, closing),
            Share = rules.SpotCheckShare,
            Least = rules.SpotCheckLeast,
            Population = population,
            TreeSize = draw?.TreeSize,
            Root = draw?.Root,
            Seed = draw?.Seed,
            PopulationSha256 = draw?.PopulationSha256,
            Event = draw?.Entry.Event,
            Drawn = [.. (draw?.Drawn ?? []).Select(m => inspection.Checks.Find(c => c.Milestone == m) is { } c
                ? new SpotCheckShape(m, Figures.Word(c.Outcome), round.Text(c.Entry, "finding"), c.Evidence, c.Entry.RecordedAt, c.Entry.User, c.Claim, c.Entry.Event)
                : new SpotCheckShape(m, null, null, [], null, null, null, null))],
            Position = round.Opened.Position,
        }, LedgerJson.Options);
    }

    private static async Task<(RoundRead? Round, IResult? Problem)> OpenAsync(HttpContext http, string plan, string halfYear, Func<Inspection, IEnumerable<Entry?>> texts)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return (null, problem);
        if (InspectionEndpoints.Half(opened!.Plan.Plan, halfYear, out var half) is { } wrong)
            return (null, wrong);
        var inspection = opened.Plan.Plan.InspectionOf(half);
        var beside = await http.RequestServices.GetRequiredService<LedgerTexts>()
            .OfAsync(opened.AsOf.Volume.Jurisdiction.Id, [.. texts(inspection).OfType<Entry>().Select(e => e.Event)], http.RequestAborted);
        return (new(inspection, opened, beside), null);
    }

    private sealed record RoundRead(Inspection Inspection, TaskReads.Opened Opened, IReadOnlyDictionary<(Guid Event, string Field), string> Texts)
    {
        public string? Text(Entry entry, string field) => Texts.GetValueOrDefault((entry.Event, field));
    }
}
