using System.Security.Cryptography;
using System.Text;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Ledger;

/// <summary>
/// Where commands come in over HTTP: caller, body, key, locks, If-Match, decision, receipt — the same for every act,
/// so that a slice only says what its body is and which decision it asks.
/// </summary>
public sealed class CommandDesk(LedgerWriter writer, LedgerBook book, LedgerClock clock)
{
    /// <summary>
    /// A command on one task, found by its number or by what the command names (a milestone, say).
    /// </summary>
    public async Task<IResult> OnTaskAsync<TBody>(HttpContext http, string plan, Func<PlanState, string?> findTask, Func<TBody, Prepared> prepare)
        where TBody : class
    {
        var ct = http.RequestAborted;
        var (body, problem) = await Bodies.ReadAsync(http, Bodies.CommandLimit, ct);
        if (problem is not null)
            return problem;
        var call = await CallAsync(http, body!, ct);
        if (call.Problem is not null)
            return call.Problem;
        var volume = await book.VolumeAsync(call.Jurisdiction!, ct);
        if (!volume.State.Plans.TryGetValue(plan, out var state) || findTask(state) is not { } no)
        {
            // Not known so far: it may have come in elsewhere meanwhile.
            volume = await book.OpenAsync(call.Jurisdiction!, ct);
            if (!volume.State.Plans.TryGetValue(plan, out state))
                return Unknown("unknown-plan", "plan", plan);
            if (findTask(state) is not { } found)
                return Unknown("unknown-item", "item", http.Request.Path.Value ?? "");
            no = found;
        }

        var (act, wrong) = Prepare(body!, prepare);
        if (wrong is not null && call.Key is null)
            return wrong;
        return await AnswerAsync(http, call, new()
        {
            Jurisdiction = call.Jurisdiction!,
            Who = call.Who!,
            Plan = plan,
            Stream = PlanTask.StreamOf(plan, no),
            Scope = WriteScope.Task,
            Texts = act?.Texts ?? [],
            Evidence = act?.Evidence ?? [],
            // A body that cannot be taken apart still meets its key first: another content under a known key is that mistake.
            Decide = (p, now) => act is null ? throw new ProblemException(wrong!) : act.Decide(p!.Tasks[no], p.Plan, call.Who!, now),
        }, ct);
    }

    /// <summary>
    /// A command on another matter of the plan: its stream, and whether it locks that stream alone or the whole plan.
    /// The scope is the plan where the command appends to several streams, or must not miss what another stream says.
    /// </summary>
    public async Task<IResult> OnMatterAsync<TBody>(HttpContext http, string plan, string stream, WriteScope scope, Func<TBody, PlanAct> prepare,
        int status = StatusCodes.Status200OK, string? location = null, Call? from = null)
        where TBody : class
    {
        var ct = http.RequestAborted;
        var (body, problem) = await Bodies.ReadAsync(http, Bodies.CommandLimit, ct);
        if (problem is not null)
            return problem;
        var call = from ?? await CallAsync(http, body!, ct);
        if (call.Problem is not null)
            return call.Problem;
        var volume = await book.OpenAsync(call.Jurisdiction!, ct);
        if (!volume.State.Plans.ContainsKey(plan))
            return Unknown("unknown-plan", "plan", plan);
        var (act, wrong) = Prepare(body!, prepare);
        if (wrong is not null && call.Key is null)
            return wrong;
        return await AnswerAsync(http, call, new()
        {
            Jurisdiction = call.Jurisdiction!,
            Who = call.Who!,
            Plan = plan,
            Stream = stream,
            Scope = scope,
            Status = status,
            Numbers = act?.Numbers ?? false,
            Texts = act?.Texts ?? [],
            Evidence = act?.Evidence ?? [],
            Files = act?.Files ?? [],
            Decide = (p, now) => act is null ? throw new ProblemException(wrong!) : act.Decide(p!, call.Who!, now),
        }, ct, location);
    }

    /// <summary>A command on another matter of the plan whose body is no JSON and has been read already: a workbook, say.</summary>
    public async Task<IResult> OnMatterAsync(HttpContext http, byte[] body, string plan, string stream, WriteScope scope, PlanAct act)
    {
        var call = await CallAsync(http, body, http.RequestAborted);
        return call.Problem ?? await AnswerAsync(http, call, new()
        {
            Jurisdiction = call.Jurisdiction!,
            Who = call.Who!,
            Plan = plan,
            Stream = stream,
            Scope = scope,
            Texts = act.Texts,
            Evidence = act.Evidence,
            Decide = (p, now) => act.Decide(p ?? throw new ProblemException(Unknown("unknown-plan", "plan", plan)), call.Who!, now),
        }, http.RequestAborted);
    }

    /// <summary>A command on the plan as a whole, with a body of its own kind.</summary>
    public async Task<IResult> OnPlanAsync(HttpContext http, byte[] body, string plan, string stream, int status, Func<Call, PlanState?, Moment, Decision> decide,
        IReadOnlyList<(string Table, byte[] Content, string? Name)>? files = null, string? location = null)
    {
        var ct = http.RequestAborted;
        var call = await CallAsync(http, body, ct);
        return call.Problem ?? await AnswerAsync(http, call, new()
        {
            Jurisdiction = call.Jurisdiction!,
            Who = call.Who!,
            Plan = plan,
            Stream = stream,
            Scope = WriteScope.Plan,
            Status = status,
            Files = files ?? [],
            Decide = (p, now) => decide(call, p, now),
        }, ct, location);
    }

    /// <summary>The act that a body asks for, or what is wrong with the body; no body is an empty one.</summary>
    private static (TAct? Act, IResult? Wrong) Prepare<TBody, TAct>(byte[] body, Func<TBody, TAct> prepare) where TBody : class where TAct : class
    {
        var (parsed, wrong) = Bodies.Parse<TBody>(body.Length == 0 ? "{}"u8.ToArray() : body);
        if (wrong is not null)
            return (null, wrong);
        try
        {
            return (prepare(parsed!), null);
        }
        catch (ProblemException e)
        {
            return (null, e.Result);
        }
    }

    /// <summary>Who calls, with which key and which expected version.</summary>
    public async Task<Call> CallAsync(HttpContext http, byte[] body, CancellationToken ct)
    {
        var (who, jurisdiction) = Callers.Of(http.User);
        if (!await book.KnowsAsync(jurisdiction, ct))
            return new() { Problem = Problems.Of(StatusCodes.Status403Forbidden, "unknown-jurisdiction", null, new Dictionary<string, string> { ["jurisdiction"] = jurisdiction }) };
        return CallOf(http, body, who, jurisdiction);
    }

    /// <summary>The same for a caller who is known otherwise than by a token.</summary>
    public static Call CallOf(HttpContext http, byte[] body, Caller who, string jurisdiction)
    {
        var key = http.Request.Headers["Idempotency-Key"];
        if (key.Count > 1 || (key.Count == 1 && (key[0]!.Length is 0 or > 200 || key[0]!.Any(c => c is < ' ' or > '~'))))
            return new() { Problem = Problems.Of(StatusCodes.Status400BadRequest, "malformed-idempotency-key") };
        if (!TryVersion(http.Request.Headers.IfMatch, out var expected))
            return new() { Problem = Problems.Of(StatusCodes.Status400BadRequest, "malformed-if-match") };
        return new()
        {
            Who = who,
            Jurisdiction = jurisdiction,
            Key = key.Count == 1 ? key[0] : null,
            IfMatch = expected,
            ContentHash = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}\n"), .. body]),
        };
    }

    private async Task<IResult> AnswerAsync(HttpContext http, Call call, Write write, CancellationToken ct, string? location = null)
    {
        Outcome outcome;
        try
        {
            outcome = await writer.WriteAsync(write with
            {
                IdempotencyKey = call.Key,
                ContentHash = call.ContentHash,
                IfMatch = call.IfMatch,
                ImportMark = clock.IsDemonstration ? "demonstration" : null,
            }, ct);
        }
        catch (ProblemException e)
        {
            return e.Result;
        }

        switch (outcome)
        {
            case Outcome.Accepted accepted:
                http.Response.Headers.ETag = $"\"{accepted.Receipt.StreamVersion}\"";
                if (location is not null)
                    http.Response.Headers.Location = location;
                return Results.Json(accepted.Receipt, LedgerJson.Options, statusCode: write.Status);
            case Outcome.Refused refused:
                return Problems.Of(refused.Refusal);
            case Outcome.Stale stale:
                http.Response.Headers.ETag = $"\"{stale.Version}\"";
                return Problems.Of(StatusCodes.Status412PreconditionFailed, "stale-version", null, new Dictionary<string, string> { ["version"] = stale.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            default:
                return Problems.Of(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused");
        }
    }

    public static IResult Unknown(string code, string name, string value) =>
        Problems.Of(StatusCodes.Status404NotFound, code, null, new Dictionary<string, string> { [name] = value.Length > 200 ? value[..200] : value });

    private static bool TryVersion(Microsoft.Extensions.Primitives.StringValues header, out long? version)
    {
        version = null;
        if (header.Count == 0 || header is ["*"])
            return true;
        if (header.Count > 1 || header[0] is not { } text || !long.TryParse(text.Length > 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return false;
        version = number;
        return true;
    }
}

/// <summary>What a request says about itself besides its body.</summary>
public sealed record Call
{
    public Caller? Who { get; init; }
    public string? Jurisdiction { get; init; }
    public string? Key { get; init; }
    public long? IfMatch { get; init; }
    public byte[] ContentHash { get; init; } = [];
    public IResult? Problem { get; init; }
}

/// <summary>A problem found inside a decision, under the locks; rolls the transaction back and becomes the answer.</summary>
public sealed class ProblemException(IResult result) : Exception("The request is answered by a problem.")
{
    public IResult Result { get; } = result;
}
