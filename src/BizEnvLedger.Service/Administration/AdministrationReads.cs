using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Administration.Acts;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Administration;

/// <summary>What the owner did, and who read what is protected, event by event.</summary>
[Endpoints]
public static class AdministrationReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/v1").RequireAuthorization().WithTags("administration");
        all.MapGet("/administration", (Delegate)((HttpContext http) => AnswerAsync(http, ReadAdministration.Check, e => e.Data is IAdministrative)))
            .Produces<Page<EventShape>>()
            .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
            .WithSummary("系统管理留痕 / The owner's acts on this jurisdiction's ledger: added, backed up, restored, history brought in, receivers adopted; oldest first.");
        all.MapGet("/readings", (Delegate)((HttpContext http) => AnswerAsync(http, ReadReadings.Check, e => e.Data is ProtectedRead or EvidenceRead or RegisterExported or ContactRead or TipRead)))
            .Produces<Page<EventShape>>()
            .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
            .WithSummary("调阅留痕 / Every reading of what is protected, and every export, with who and when; oldest first (auditor).");
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Func<Caller, Refusal?> check, Func<Recorded, bool> wanted)
    {
        var (asOf, problem) = await AsOf.ReadAsync(http);
        if (problem is not null)
            return problem;
        if (check(Callers.Of(http.User).Who) is { } refusal)
            return Problems.Of(refusal);
        var (volume, size) = (asOf!.Volume, asOf.RecordedBy is { } by ? asOf.Volume.Timeline.SizeAt(by) : (int)asOf.Volume.State.Size);
        var events = Enumerable.Range(0, size).Select(i => volume.Timeline[i]).Where(wanted).ToList();
        var (page, wrong) = Paging.Of(http, events, size, e => e.Id.ToString(), e => e);
        if (wrong is not null)
            return wrong;
        var shaped = await EventShapes.ReadAsync(http.RequestServices.GetRequiredService<NpgsqlDataSource>(), http.RequestServices.GetRequiredService<LedgerTexts>(), volume.Jurisdiction.Id, page!.Items, http.RequestAborted);
        return Results.Json(new Page<EventShape>(shaped, page.Next, page.Total, page.Position), LedgerJson.Options);
    }
}
