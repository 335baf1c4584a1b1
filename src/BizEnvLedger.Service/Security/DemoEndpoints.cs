using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Security;

/// <summary>Demonstration accounts: absent, with a 404, outside a demonstration.</summary>
[Endpoints]
public static class DemoEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var demo = routes.MapGroup("/api/v1/demo").WithTags("demonstration");
        demo.MapPost("/tokens", TokenAsync).Accepts<TokenBody>("application/json").Produces<TokenShape>()
            .WithSummary("演示令牌 / A token of a demonstration account; person makes another individual of it.");
        demo.MapGet("/accounts", AccountsAsync).Produces<IReadOnlyList<AccountShape>>().Takes(QueryKey.Any("jurisdiction", "Of this jurisdiction.")).WithSummary("演示账号 / The demonstration accounts.");
    }

    private static async Task<IResult> TokenAsync(HttpContext http, DemoIssuer issuer, LedgerBook book)
    {
        if (!issuer.IsOpen)
            return Problems.Of(StatusCodes.Status404NotFound, "no-demonstration");
        var (body, problem) = await Bodies.ReadAsync(http, 4096, http.RequestAborted);
        if (problem is not null)
            return problem;
        var (asked, wrong) = Bodies.Parse<TokenBody>(body);
        if (wrong is not null)
            return wrong;
        var jurisdiction = asked!.Jurisdiction ?? Jurisdictions.Tongliao.Id;
        if (!await book.KnowsAsync(jurisdiction, http.RequestAborted))
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "unknown-jurisdiction", "jurisdiction", new Dictionary<string, string> { ["jurisdiction"] = Short(jurisdiction) });
        if (asked.Person is { } person && (person.Length is 0 or > 40 || !person.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')))
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "invalid-value", "person", new Dictionary<string, string> { ["field"] = "person" });
        var units = (await UnitsAsync(book, jurisdiction, http.RequestAborted)).Select(u => u.Id).ToHashSet();
        if (DemoAccount.Find(asked.Account ?? "", units) is not { } account)
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "unknown-account", "account", new Dictionary<string, string> { ["account"] = Short(asked.Account ?? "") });
        var (token, expires) = issuer.Issue(account, jurisdiction, asked.Person);
        return Results.Json(new TokenShape(token, expires, account.Roles, account.Units.Count > 0 ? account.Units[0] : null), LedgerJson.Options);
    }

    private static async Task<IResult> AccountsAsync(HttpContext http, DemoIssuer issuer, LedgerBook book)
    {
        if (!issuer.IsOpen)
            return Problems.Of(StatusCodes.Status404NotFound, "no-demonstration");
        var jurisdiction = http.Request.Query["jurisdiction"].ToString() is { Length: > 0 } given ? given : Jurisdictions.Tongliao.Id;
        if (!await book.KnowsAsync(jurisdiction, http.RequestAborted))
            return Problems.Of(StatusCodes.Status404NotFound, "unknown-jurisdiction", "jurisdiction", new Dictionary<string, string> { ["jurisdiction"] = Short(jurisdiction) });
        var units = await UnitsAsync(book, jurisdiction, http.RequestAborted);
        var accounts = DemoAccount.Offices.Select(a => new AccountShape(a.Id, a.Roles, null, null))
            .Concat(from unit in units from role in new[] { "unit", "approver", "system" } select new AccountShape($"{role}:{unit.Id}", [role], unit.Id, unit.Name));
        return Results.Json(accounts, LedgerJson.Options);
    }

    private static async Task<IReadOnlyList<UnitName>> UnitsAsync(LedgerBook book, string jurisdiction, CancellationToken ct)
    {
        var volume = await book.OpenAsync(jurisdiction, ct);
        return [.. volume.State.Plans.Values.SelectMany(p => p.Plan.EveryUnit(DateOnly.MaxValue).Select(u => new UnitName(u, p.Plan.OwnName(u, DateOnly.MaxValue)))).DistinctBy(u => u.Id)];
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] : text;
}

public sealed record TokenBody(string? Account, string? Person, string? Jurisdiction);

public sealed record TokenShape(string AccessToken, DateTimeOffset ExpiresAt, IReadOnlyList<string> Roles, string? Unit);

public sealed record AccountShape(string Account, IReadOnlyList<string> Roles, string? Unit, string? Name);
