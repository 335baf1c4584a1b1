using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Reports.AppraisalReports;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Appraisals;

/// <summary>Reads of a year's appraisal, as of any two times; and what another rule set would make of it.</summary>
[Endpoints]
public static class AppraisalReads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/v1/plans/{plan}/appraisals").RequireAuthorization().WithTags("appraisals");
        plan.MapGet("", ListAsync).Produces<Page<AppraisalRow>>().WithSummary("年度考评 / Years of the plan, with their appraisals.");
        plan.MapGet("/{year:int}", OneAsync).Produces<AppraisalShape>()
            .WithSummary("考评得分 / Scores with every line's arithmetic and events: frozen where the year is scored, else as it would be scored now.");
        plan.MapGet("/{year:int}/rules", RulesAsync).Produces<AppraisalRulesShape>().WithSummary("考评规则 / Rule sets adopted for the year, and the delivered one.");
        plan.MapGet("/{year:int}/ballots", BallotsAsync).Produces<Page<BallotShape>>()
            .WithSummary("评议票 / Published ballots; whoever may enter or audit them sees the others too.");
        plan.MapGet("/{year:int}/awards", AwardsAsync).Produces<Page<AwardShape>>().WithSummary("奖励 / Awards that rest on the year's appraisal.");
        plan.MapGet("/{year:int}/sheet.{format}", SheetAsync).WithSummary("得分表 / sheet.json, sheet.xlsx of a scored year: the same cut, the same bytes.");
        plan.MapPost("/{year:int}/what-if", WhatIfAsync).Accepts<Core.Appraisals.Rules.AppraisalRuleSet>("application/json").Produces<WhatIfShape>().Takes(QueryKey.Any("file", "Name of the file, for its mistakes; at most 200 characters."))
            .WithSummary("试算 / The year by another rule set, beside its own; writes nothing.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (first, last) = AppraisalYear.Span(opened!.Plan.Plan);
        var (page, wrong) = Paging.Of(http, [.. Enumerable.Range(first, last - first + 1)], opened.Position, Appraisal.IdOf, year => AppraisalRow.Of(opened.Plan, year, opened.AsOf.Today));
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> OneAsync(HttpContext http, AppraisalDesk appraisals, LedgerTexts texts, string plan, int year)
    {
        var (appraisal, opened, problem) = await YearAsync(http, plan, year);
        if (problem is not null)
            return problem;
        var (volume, ct) = (opened!.AsOf.Volume, http.RequestAborted);
        var (sheets, sha256) = appraisal!.Score is { } score ? (AppraisalJson.Read(await appraisals.FrozenAsync(volume.Jurisdiction.Id, score.Frozen, ct)), score.Frozen.SheetsSha256)
            : appraisal.Rules is { } adopted && await appraisals.DrawAsync(volume, plan, year, opened.Position, adopted.Rules, ct) is var drawn ? (drawn.Sheets, drawn.Sha256)
            : ((AppraisalSheets?)null, (string?)null);
        http.Response.Headers.ETag = $"\"{appraisal.Version}\"";
        return Results.Json(new AppraisalShape(AppraisalRow.Of(opened.Plan, year, opened.AsOf.Today), appraisal.Score is null, sheets, sha256, await AwardsOfAsync(appraisal, opened, texts, ct), opened.Position), LedgerJson.Options);
    }

    private static async Task<IResult> RulesAsync(HttpContext http, string plan, int year)
    {
        var (appraisal, opened, problem) = await YearAsync(http, plan, year);
        return problem ?? Results.Json(
            new AppraisalRulesShape([.. appraisal!.Adopted.Select(a => new AdoptedRulesShape(a.Rules, a.FileSha256, a.On, a.Event))], AppraisalDesk.Delivered.Value.Rules, opened!.Position), LedgerJson.Options);
    }

    private static async Task<IResult> BallotsAsync(HttpContext http, LedgerTexts texts, string plan, int year)
    {
        var (appraisal, opened, problem) = await YearAsync(http, plan, year);
        if (problem is not null)
            return problem;
        var (who, _) = Callers.Of(http.User);
        var all = ReadBallots.Check(who) is null;
        var shown = appraisal!.Entries.Where(b => all || b.PublishedBy is not null).ToList();
        var inForce = appraisal.InForce.Select(b => b.Event).ToHashSet();
        var reasons = await texts.OfAsync(opened!.AsOf.Volume.Jurisdiction.Id, [.. shown.Select(b => b.Event)], http.RequestAborted);
        var (page, wrong) = Paging.Of(http, shown, opened.Position, b => b.Event.ToString(), b => new BallotShape(opened.Plan.Plan.Name(b.Unit), b.Body, b.Ballots, b.Counts, inForce.Contains(b.Event), b.Corrects,
            reasons.GetValueOrDefault((b.Event, "reason")), b.On, b.PublishedOn, b.PublishedBy is { } by ? [b.Event, by] : [b.Event]));
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> AwardsAsync(HttpContext http, LedgerTexts texts, string plan, int year)
    {
        var (appraisal, opened, problem) = await YearAsync(http, plan, year);
        if (problem is not null)
            return problem;
        var (page, wrong) = Paging.Of(http, await AwardsOfAsync(appraisal!, opened!, texts, http.RequestAborted), opened!.Position, a => a.Id, a => a);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> SheetAsync(HttpContext http, AppraisalDesk appraisals, string plan, int year, string format)
    {
        if (format is not ("json" or "xlsx"))
            return CommandDesk.Unknown("unknown-sheet-format", "format", format);
        var (appraisal, opened, problem) = await YearAsync(http, plan, year);
        if (problem is not null)
            return problem;
        if (appraisal!.Score is not { Frozen: var frozen })
            return Problems.Of(Refusal.Conflict("appraisal-not-scored", null, ("year", year)));
        var bytes = await appraisals.FrozenAsync(opened!.AsOf.Volume.Jurisdiction.Id, frozen, http.RequestAborted);
        http.Response.Headers.ETag = $"\"{frozen.SheetsSha256}\"";
        var name = $"{plan}-{year}-sheet.{format}";
        return format == "json" ? Results.File(bytes, "application/json; charset=utf-8", name) : Results.File(AppraisalWorkbook.Write(AppraisalJson.Read(bytes)), Xlsx, name);
    }

    private static async Task<IResult> WhatIfAsync(HttpContext http, AppraisalDesk appraisals, string plan, int year)
    {
        var (reading, _, problem) = await AppraisalCommands.ReadRulesAsync(http);
        if (problem is not null)
            return problem;
        var (appraisal, opened, unknown) = await YearAsync(http, plan, year);
        if (unknown is not null)
            return unknown;
        if (reading!.Rules is not { } rules)
            return AppraisalCommands.Mistaken(reading);
        if (appraisal!.Rules is not { } adopted)
            return Problems.Of(Refusal.Conflict("appraisal-rules-missing", null, ("year", year)));
        var volume = opened!.AsOf.Volume;
        // A scored year is compared as it was frozen: by the same leaves.
        var present = appraisal.Score is { Frozen: var frozen }
            ? AppraisalJson.Read(await appraisals.FrozenAsync(volume.Jurisdiction.Id, frozen, http.RequestAborted))
            : (await appraisals.DrawAsync(volume, plan, year, opened.Position, adopted.Rules, http.RequestAborted)).Sheets;
        var other = appraisals.Draw(volume, plan, rules, new(year, present.RecordedBy, present.RecordedOn, present.TreeSize, present.Root)).Sheets;
        return Results.Json(new WhatIfShape(present, other, Comparison.Of(present, other), opened.Position), LedgerJson.Options);
    }

    private static async Task<(Appraisal? Appraisal, TaskReads.Opened? Opened, IResult? Problem)> YearAsync(HttpContext http, string plan, int year)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return (null, null, problem);
        return AppraisalYear.Span(opened!.Plan.Plan) is var (first, last) && (year < first || year > last)
            ? (null, null, CommandDesk.Unknown("unknown-appraisal", "year", year.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            : (opened.Plan.Appraisals.GetValueOrDefault(Appraisal.IdOf(year)) ?? new(year), opened, null);
    }

    private static async Task<IReadOnlyList<AwardShape>> AwardsOfAsync(Appraisal appraisal, TaskReads.Opened opened, LedgerTexts texts, CancellationToken ct)
    {
        var beside = await texts.OfAsync(opened.AsOf.Volume.Jurisdiction.Id, [.. appraisal.Awards.Select(a => a.Event)], ct);
        return [.. appraisal.Awards.Select(a => AwardShape.Of(a, opened.Plan.Plan, beside))];
    }
}
