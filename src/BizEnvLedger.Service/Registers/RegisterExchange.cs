using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Registers.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Reports.Registers;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Registers;

/// <summary>A register out as a workbook and back in. Leaving is on record; coming in is one transaction, whole or not at all.</summary>
[Endpoints]
public static class RegisterExchange
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var register = routes.MapGroup("/api/v1/plans/{plan}/registers").RequireAuthorization().WithTags("registers");
        register.MapGet("/{register}.xlsx", ExportAsync).Produces(StatusCodes.Status200OK, contentType: Xlsx).Problems()
            .WithSummary("导出台账 / The register as a workbook that can come back; the export is on record.");
        register.MapPost("/{register}/import", ImportAsync).Accepts<byte[]>(Xlsx, "*/*").Produces<Receipt>().Produces<ImportCheck>()
            .Takes(QueryKey.Flag("check", "Only looks, and writes nothing."), QueryKey.Any("unit", "The unit that the caller acts as.")).Problems()
            .WithSummary("导入台账 / Rows with a 台账编号 change that item, rows without add one; all mistakes at once, all rows or none. ?check=true only looks; ?unit= names the unit that the caller acts as.");
    }

    private static async Task<IResult> ExportAsync(HttpContext http, CommandDesk desk, ReadDesk reads, string plan, string register)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var call = await desk.CallAsync(http, [], http.RequestAborted);
        if (call.Problem is not null)
            return call.Problem;
        var (state, day) = (opened!.Plan, opened.AsOf.Day);
        if (state.Plan.On(day).Registers.FirstOrDefault(r => r.Id == register) is not { } definition)
            return CommandDesk.Unknown("unknown-register", "register", register);
        var kept = state.Registers.GetValueOrDefault(register) ?? new Register(register);
        var texts = await RegisterReads.TextsAsync(http, call.Jurisdiction!, kept.Items, day);
        var bytes = RegisterWorkbook.Write(SheetOf(definition, kept, state.Plan, day, texts));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return await reads.AllowAsync(opened.AsOf.Volume, call.Who!, (ledger, now) => ExportRegister.Decide(ledger.Plans[plan], new(register, sha256), call.Who!, now), http.RequestAborted,
            Register.StreamOf(plan, register), plan) ?? Results.File(bytes, Xlsx, $"{plan}-{register}.xlsx");
    }

    private static RegisterSheet SheetOf(RegisterDefinition definition, Register register, ActionPlan plan, DateOnly day, IReadOnlyDictionary<Guid, string> texts) => new(
        definition,
        [.. register.Items.Where(i => i.StandsOn(day)).Select(i => new RegisterSheetRow(i.Id, i.Version, i.State,
            i.CellsOn(day).Select(c => KeyValuePair.Create(c.Key, c.Value.Unit is { } unit ? plan.OwnName(unit, DateOnly.MaxValue) : c.Value.Number is { } number ? number : (object)c.Value.Day!.Value))
                .Concat(RegisterReads.Texts(i, day, texts).Select(t => KeyValuePair.Create(t.Key, (object)t.Value))).ToDictionary()))],
        plan.Name(definition.Keeper ?? plan.Latest.IssuingOffice ?? plan.Latest.Issuer).Name,
        register.ChangedAt ?? new DateTimeOffset(plan.IssuedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    private static async Task<IResult> ImportAsync(HttpContext http, CommandDesk desk, LedgerBook book, LedgerClock clock, string plan, string register)
    {
        var (body, problem) = await BodyAsync(http);
        if (problem is not null)
            return problem;
        var call = await desk.CallAsync(http, body!, http.RequestAborted);
        if (call.Problem is not null)
            return call.Problem;
        var volume = await book.OpenAsync(call.Jurisdiction!, http.RequestAborted);
        if (!volume.State.Plans.TryGetValue(plan, out var state))
            return CommandDesk.Unknown("unknown-plan", "plan", plan);
        var now = clock.Now(volume.Zone);
        if (state.Plan.On(now.On).Registers.FirstOrDefault(r => r.Id == register) is not { } definition)
            return CommandDesk.Unknown("unknown-register", "register", register);
        var rules = state.Plan.Rules.Registers;
        var reading = RegisterReader.Read(body!, definition, name => UnitOf(state.Plan, name), rules.MostItems + rules.MostImportRows);
        var texts = await RegisterReads.TextsAsync(http, call.Jurisdiction!, state.Registers.GetValueOrDefault(register)?.Items ?? [], now.On);
        var command = new ImportItems(register,
            [.. reading.Rows.Select(r => new ImportRow(r.Row, r.Item, r.Version, r.Values, RegisterActs.Texts(r.Texts.ToDictionary(t => t.Key, t => (string?)t.Value))) { Unread = r.Unread })], texts, TaskReads.Query(http, "unit"));
        if (TaskReads.Query(http, "check") == "true" || reading.Mistakes.Count > 0)
            return Looked(ImportItems.Plan(state, command, call.Who!, now), reading);
        return await desk.OnMatterAsync(http, body!, plan, Register.StreamOf(plan, register), WriteScope.Stream, new(
            (under, who, at) => ImportItems.Plan(under, command, who, at) is var found && found is { Refusal: null, Mistakes.Count: > 0 } ? throw new ProblemException(Mistaken(found, reading)) : found.Decision(register),
            [.. command.Rows.Select(r => r.Texts).OfType<DraftText>()], []));
    }

    private static IResult Looked(ImportPlan found, RegisterReading reading) =>
        found.Refusal is { } refusal ? Problems.Of(refusal)
        : found.Mistakes.Count > 0 || reading.Mistakes.Count > 0 ? Mistaken(found, reading)
        : Results.Json(new ImportCheck(found.Added, found.Changed, found.Unchanged), LedgerJson.Options);

    /// <summary>Mistakes of form and of rule together, in the order of their places.</summary>
    private static IResult Mistaken(ImportPlan found, RegisterReading reading) =>
        Mistaken([.. reading.Mistakes.Select(m => Told(m.Code, m.Sheet, m.Row, m.Column, m.Values))
            .Concat(found.Mistakes.Take(RegisterReader.MostMistakes).Select(m => Told(m.Refusal.Code, reading.Sheet, m.Row, m.Column is { } column ? reading.Places.GetValueOrDefault(column, "") : "", m.Refusal.Values)))
            .OrderBy(m => m.Line).ThenBy(m => m.Column).Take(RegisterReader.MostMistakes)]);

    private static IResult Mistaken(IReadOnlyList<PlanMistake> mistakes) =>
        Problems.Of(StatusCodes.Status422UnprocessableEntity, "import-mistakes", null, new Dictionary<string, string> { ["count"] = (mistakes.Count < RegisterReader.MostMistakes ? "" : "≥ ") + mistakes.Count.ToString(CultureInfo.InvariantCulture) }, mistakes);

    /// <summary>A mistake with its words and its place: line is the row, column the column's number, path the cell as a spreadsheet names it.</summary>
    private static PlanMistake Told(string code, string sheet, int row, string column, IReadOnlyDictionary<string, string> values)
    {
        var words = Problems.Make(StatusCodes.Status422UnprocessableEntity, code, null, values);
        var cell = row == 0 ? column : column + row.ToString(CultureInfo.InvariantCulture);
        return new(code, sheet.Length == 0 ? "" : cell.Length == 0 ? sheet : $"{sheet}!{cell}", row, column.Aggregate(0, (n, c) => n * 26 + c - 'A' + 1), words.TitleEn, words.Title, words.DetailEn, words.Detail);
    }

    private static string? UnitOf(ActionPlan plan, string name)
    {
        var units = plan.EveryUnit(DateOnly.MaxValue).Select(id => plan.UnitOn(id, DateOnly.MaxValue)!).ToList();
        return units.FirstOrDefault(u => u.Id == name)?.Id ?? units.FirstOrDefault(u => u.Name == name)?.Id
            ?? (units.Where(u => u.Aliases.Contains(name)).ToList() is [var only] ? only.Id : null);
    }

    private static async Task<(byte[]? Body, IResult? Problem)> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentType is { } type && !type.StartsWith(Xlsx, StringComparison.OrdinalIgnoreCase) && !type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
            return (null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "not-a-workbook-by-type", null, new Dictionary<string, string> { ["type"] = type.Length > 100 ? type[..100] : type }));
        if (http.Request.ContentLength > LedgerApp.LargestBody)
            return (null, Bodies.TooLarge(LedgerApp.LargestBody));
        var body = new ArrayBufferWriter<byte>();
        while (await http.Request.Body.ReadAsync(body.GetMemory(65_536), http.RequestAborted) is > 0 and var read)
        {
            body.Advance(read);
            if (body.WrittenCount > LedgerApp.LargestBody)
                return (null, Bodies.TooLarge(LedgerApp.LargestBody));
        }

        return (body.WrittenSpan.ToArray(), null);
    }
}

/// <summary>What an import would do.</summary>
public sealed record ImportCheck(int Added, int Changed, int Unchanged);
