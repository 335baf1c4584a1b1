using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Registers.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Registers;

/// <summary>Reads of registers, as of any two times.</summary>
[Endpoints]
public static class RegisterReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var registers = routes.MapGroup("/api/v1/plans/{plan}/registers").RequireAuthorization().WithTags("registers");
        registers.MapGet("", ListAsync).Produces<Page<RegisterRow>>().WithSummary("台账清单 / Registers that the plan orders kept, with columns, counts and the last dispatch.");
        registers.MapGet("/{register}/items", ItemsAsync).Produces<ItemPage>()
            .Takes(QueryKey.Of<ItemState>("state", "In this state."), QueryKey.Any("unit", "Named by the item."), QueryKey.Flag("overdue", "Past its due date, or not."))
            .WithSummary("台账事项 / Items that the caller may read, and the counts of all. Filters: state, unit (named by the item), overdue=true; also recordedBy, effectiveOn, cursor, limit. ETag is the register's version.");
        registers.MapGet("/{register}/items/{item}", OneAsync).Produces<ItemHistory>().WithSummary("事项及其全过程 / An item with every event on it.");
        registers.MapGet("/{register}/dispatches", DispatchesAsync).Produces<Page<DispatchShape>>().WithSummary("调度通报 / Dispatches, latest first, as frozen.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (found, day) = (opened!.Plan.Plan, opened.AsOf.Day);
        var rows = found.On(day).Registers.Select(r => RegisterRow.Of(r, opened.Plan.Registers.GetValueOrDefault(r.Id), found, day)).ToList();
        var (page, wrong) = Paging.Of(http, rows, opened.Position, r => r.Id, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> ItemsAsync(HttpContext http, ReadDesk reads, string plan, string register)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        if (Definition(opened!, register) is not { } definition)
            return CommandDesk.Unknown("unknown-register", "register", register);
        var (found, day) = (opened!.Plan.Plan, opened.AsOf.Day);
        var (state, unit, overdue) = (TaskReads.Query(http, "state"), TaskReads.Query(http, "unit"), TaskReads.Query(http, "overdue"));
        var kept = opened.Plan.Registers.GetValueOrDefault(register);
        var standing = (kept?.Items ?? []).Where(i => i.StandsOn(day)).ToList();
        var (who, _) = Callers.Of(http.User);
        var seen = standing.Where(ReadItem.MaySee(Present(opened, plan), definition, who, opened.AsOf.Today)).ToList();
        var naming = unit is null ? null : ReadItem.Naming(opened.Plan, definition, unit, day);
        var items = seen.Where(i => (state is null || Figures.Word(i.StateOn(day, found)) == state) && naming?.Invoke(i) != false
            && (overdue is null || i.OverdueDays(day, found) > 0 == (overdue == "true"))).ToList();
        var (page, wrong) = Paging.Of(http, items, opened.Position, i => i.Id, i => i);
        if (wrong is not null)
            return wrong;
        var texts = await TextsAsync(http, opened.AsOf.Volume.Jurisdiction.Id, page!.Items, day);
        if (page.Items.Any(i => ReadItem.IsPersonal(definition, Texts(i, day, texts).Keys))
            && await reads.AllowAsync(opened.AsOf.Volume, who, (ledger, _) => ReadItem.OfList(ledger.Plans[plan], definition, who), http.RequestAborted) is { } refusal)
            return refusal;
        http.Response.Headers.ETag = $"\"{kept?.Version ?? 0}\"";
        return Results.Json(new ItemPage([.. page.Items.Select(i => ItemShape.Of(i, found, day, Texts(i, day, texts)))], page.Next, page.Total, page.Position, standing.Count - seen.Count,
            RegisterCounts.Of(kept, definition, found, HalfYear.Of(day).FirstDay, day)), LedgerJson.Options);
    }

    private static async Task<IResult> OneAsync(HttpContext http, ReadDesk reads, string plan, string register, string item)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        if (Definition(opened!, register) is null)
            return CommandDesk.Unknown("unknown-register", "register", register);
        if (opened!.Plan.Registers.GetValueOrDefault(register)?.Find(item) is not { } found)
            return Problems.Of(StatusCodes.Status404NotFound, "unknown-register-item", null, new Dictionary<string, string> { ["register"] = register, ["item"] = item.Length > 200 ? item[..200] : item });
        var (who, _) = Callers.Of(http.User);
        if (await reads.AllowAsync(opened.AsOf.Volume, who, (ledger, now) => ReadItem.Decide(ledger.Plans[plan], new(register, item), who, now), http.RequestAborted) is { } refusal)
            return refusal;
        var (volume, ids) = (opened.AsOf.Volume, found.Events.ToHashSet());
        var texts = await TextsAsync(http, volume.Jurisdiction.Id, [found], opened.AsOf.Day);
        var history = await EventShapes.ReadAsync(http.RequestServices.GetRequiredService<NpgsqlDataSource>(), http.RequestServices.GetRequiredService<LedgerTexts>(), volume.Jurisdiction.Id,
            [.. volume.Timeline.OfStream(Register.StreamOf(plan, register), opened.Position).Where(e => ids.Contains(e.Id))], http.RequestAborted);
        return Results.Json(new ItemHistory(ItemShape.Of(found, opened.Plan.Plan, opened.AsOf.Day, Texts(found, opened.AsOf.Day, texts)), history, opened.Position), LedgerJson.Options);
    }

    /// <summary>The plan with everything recorded: rights do not go back with what is asked about.</summary>
    private static PlanState Present(TaskReads.Opened opened, string plan) => opened.AsOf.Volume.State.Plans[plan];

    private static async Task<IResult> DispatchesAsync(HttpContext http, string plan, string register)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        if (Definition(opened!, register) is null)
            return CommandDesk.Unknown("unknown-register", "register", register);
        var dispatches = (opened!.Plan.Registers.GetValueOrDefault(register)?.Dispatches ?? []).Reverse().ToList();
        var (page, wrong) = Paging.Of(http, dispatches, opened.Position, d => d.Of.Period, d => d);
        if (wrong is not null)
            return wrong;
        var notes = await http.RequestServices.GetRequiredService<LedgerTexts>().OfAsync(opened.AsOf.Volume.Jurisdiction.Id, [.. page!.Items.Select(d => d.Entry.Event)], http.RequestAborted);
        return Results.Json(new Page<DispatchShape>(
            [.. page.Items.Select(d => DispatchShape.Of(d, opened.Plan.Plan, notes.GetValueOrDefault((d.Entry.Event, "note"))))], page.Next, page.Total, page.Position), LedgerJson.Options);
    }

    /// <summary>The texts of some items' cells as they stand on a day, by event.</summary>
    internal static async Task<Dictionary<Guid, string>> TextsAsync(HttpContext http, string jurisdiction, IEnumerable<RegisterItem> items, DateOnly day) =>
        (await http.RequestServices.GetRequiredService<LedgerTexts>().OfAsync(jurisdiction, [.. items.Select(i => i.TextsOn(day)).OfType<Guid>()], http.RequestAborted))
        .Where(t => t.Key.Field == "texts").ToDictionary(t => t.Key.Event, t => t.Value);

    internal static IReadOnlyDictionary<string, string> Texts(RegisterItem item, DateOnly day, IReadOnlyDictionary<Guid, string> texts) =>
        ItemTexts.Read(item.TextsOn(day) is { } e ? texts.GetValueOrDefault(e) : null);

    private static RegisterDefinition? Definition(TaskReads.Opened opened, string register) => opened.Plan.Plan.On(opened.AsOf.Day).Registers.FirstOrDefault(r => r.Id == register);
}
