using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Reports.AppraisalReports;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Appraisals;

/// <summary>考评和评议结果公开: what was published, for anybody. Nothing that was not let out by an event is here.</summary>
[Endpoints]
public static class PublicAppraisals
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/public/{jurisdiction}/appraisals", ListAsync).AllowAnonymous().WithTags("public").Produces<Page<PublicAppraisal>>()
            .WithSummary("考评结果公开 / Published results of every plan's years, the latest first; deputies' results as soon as they are published.");

    private static async Task<IResult> ListAsync(HttpContext http, LedgerBook book, AppraisalDesk appraisals, string jurisdiction)
    {
        var ct = http.RequestAborted;
        if (!await book.KnowsAsync(jurisdiction, ct))
            return CommandDesk.Unknown("unknown-jurisdiction", "jurisdiction", jurisdiction);
        var volume = await book.OpenAsync(jurisdiction, ct);
        var state = volume.State;
        var found = (from plan in state.Plans.Values
                     from appraisal in plan.Appraisals.Values
                     where appraisal.Publication is not null || appraisal.Entries.Any(b => b.PublishedBy is not null)
                     orderby appraisal.Year descending, plan.Plan.Id
                     select (plan, appraisal)).ToList();
        var (page, wrong) = Paging.Of(http, found, (int)state.Size, x => $"{x.plan.Plan.Id}:{x.appraisal.Year}", x => x);
        if (wrong is not null)
            return wrong;
        var items = new List<PublicAppraisal>();
        foreach (var (plan, appraisal) in page!.Items)
        {
            var frozen = appraisal.Publication is null ? null : AppraisalJson.Read(await appraisals.FrozenAsync(jurisdiction, appraisal.Score!.Frozen, ct));
            items.Add(Of(plan, appraisal, frozen));
        }

        return Results.Json(new Page<PublicAppraisal>(items, page.Next, page.Total, page.Position), LedgerJson.Options);
    }

    private static PublicAppraisal Of(PlanState state, Appraisal appraisal, AppraisalSheets? sheets)
    {
        var (plan, rules, frozen) = (state.Plan, appraisal.Rules!.Rules, sheets is null ? null : appraisal.Score!.Frozen);
        var graded = appraisal.InForce.Where(b => b.PublishedBy is not null).Select(b => b.Unit).Distinct().Order(StringComparer.Ordinal);
        return new(plan.Id, plan.Latest.Title, appraisal.Year, appraisal.Publication?.On, frozen?.SheetsSha256, frozen?.TreeSize, frozen?.Root,
            [.. (sheets?.Sheets ?? []).Select(s => new PublicScore(s.List, s.ListTitle, new(s.Id, s.Name), s.Total, s.Rank, s.Of, s.Unranked))],
            [.. graded.Select(u => new PublicDeputies(plan.Name(u), AppraisalView.DeputiesOf(appraisal, rules.Ballots, u)))],
            [.. appraisal.Awards.Where(a => !a.Withdrawn).Select(a => new PublicAward(a.Id, plan.Name(a.Unit), a.OfPerson, a.On))],
            [.. new[] { appraisal.Score?.Event, appraisal.Publication?.Event }.OfType<Guid>().Where(_ => sheets is not null)]);
    }
}
