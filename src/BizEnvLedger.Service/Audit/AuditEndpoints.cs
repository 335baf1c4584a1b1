using System.Globalization;
using System.Text;
using BizEnvLedger.Core.Administration.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Proof;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace BizEnvLedger.Service.Audit;

/// <summary>What an auditor, a witness and the holder of a receipt need: key, checkpoints, proofs. Text formats are those of C2SP, as they stand in files.</summary>
[Endpoints]
public static class AuditEndpoints
{
    private const string Text = "text/plain; charset=utf-8";
    private const int MostNote = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/api/v1/audit").RequireAuthorization().WithTags("audit");
        audit.MapGet("/key", KeyAsync).AtPresent().Produces<string>(contentType: "text/plain")
            .WithSummary("日志公钥 / The log's verifier key (c2sp.org/signed-note): name, key id and Ed25519 key in a line.");
        audit.MapGet("/checkpoint", CheckpointAsync).AtPresent().Takes(QueryKey.Any("size", "Of this tree size.")).Produces<string>(contentType: "text/plain").Produces<Problem>(404)
            .WithSummary("检查点 / The last signed checkpoint with its witnesses' lines (c2sp.org/tlog-checkpoint); ?size= gives an earlier one. 404 where none was signed over that size.");
        audit.MapGet("/proof/{leafIndex}", ProofAsync).AtPresent().Produces<string>(contentType: "text/plain").Produces<Problem>(404)
            .WithSummary("回执证明 / A leaf's inclusion in the last checkpoint as a .tlog-proof file (c2sp.org/tlog-proof), with the leaf's bytes. 404 checkpoint-not-yet for up to two seconds after the write.");
        audit.MapGet("/consistency", ConsistencyAsync).AtPresent().Produces<Problem>(422).Takes(QueryKey.Any("from", "The smaller tree size."), QueryKey.Any("to", "The larger tree size.")).Produces<ConsistencyShape>().Produces<Problem>(404)
            .WithSummary("一致性证明 / That the first `from` leaves are the beginning of the first `to` (RFC 6962, 2.1.2): hashes in base64. Neither beyond the last checkpoint.");
        audit.MapGet("/export", ExportAsync).AtPresent().Takes(QueryKey.Any("since", "Leaves from this tree size on.")).Produces(200, contentType: "application/zip").Produces<Problem>(403).Produces<Problem>(404)
            .WithSummary("导出 / The ledger up to the last checkpoint as one verifiable zip: leaves, plan files, evidence, frozen data sets and reports, documents, texts with their salts. On record once a day. Role: auditor. ?since= gives the leaves from that tree size on.");
        audit.MapPost("/cosignatures", CosignAsync).Accepts<string>("text/plain").Produces<string>(contentType: "text/plain").Produces<Problem>(403).Produces<Problem>(422)
            .WithSummary("见证签名 / A witness's line on a checkpoint: the note as the witness cosigned it. Roles: auditor. Only lines of configured witnesses are taken.");
    }

    private static async Task<IResult> KeyAsync(HttpContext http, LedgerLogs logs) =>
        await LogAsync(http, logs) is var (log, problem) && problem is not null ? problem
        : await log!.VerifierAsync(http.RequestAborted) is { } key ? Results.Text(key + "\n", Text)
        : NotYet(log);

    private static async Task<IResult> CheckpointAsync(HttpContext http, LedgerLogs logs)
    {
        var (log, problem) = await LogAsync(http, logs);
        if (problem is not null)
            return problem;
        if (!TryNumber(http, "size", out var size, out problem))
            return problem!;
        if (size is null)
        {
            if (await log!.SignAsync(http.RequestAborted) is not { } last)
                return NotYet(log);
            size = Checkpoint.Parse(last.Text).Size;
        }

        return await logs.CheckpointAsync(log!.Jurisdiction, size.Value, http.RequestAborted) is { } note
            ? Results.Text(note.ToString(), Text)
            : Problems.Of(StatusCodes.Status404NotFound, "no-checkpoint", "size", Said("size", size.Value));
    }

    private static async Task<IResult> ProofAsync(HttpContext http, LedgerLogs logs, NpgsqlDataSource database, string leafIndex)
    {
        var (log, problem) = await LogAsync(http, logs);
        if (problem is not null)
            return problem;
        // What is no index has no leaf.
        var index = long.TryParse(leafIndex, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        await using var command = database.CreateCommand($"select bytes from {LedgerSchema.Name}.seal_leaf where tenant_id = $1 and leaf_index = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = log!.Jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = index });
        if (await command.ExecuteScalarAsync(http.RequestAborted) is not byte[] bytes)
            return Problems.Of(StatusCodes.Status404NotFound, "no-leaf", "leafIndex", new Dictionary<string, string> { ["index"] = leafIndex.Length > 60 ? leafIndex[..60] : leafIndex });
        if (await log.InclusionAsync(index, http.RequestAborted) is not var (note, head, path))
            return NotYet(log);
        var witnessed = await logs.CheckpointAsync(log.Jurisdiction, head.Size, http.RequestAborted) ?? note;
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"leaf-{index}.tlog-proof\"");
        return Results.Text(new TlogProof(bytes, index, path, witnessed).ToString(), Text);
    }

    private static async Task<IResult> ConsistencyAsync(HttpContext http, LedgerLogs logs)
    {
        var (log, problem) = await LogAsync(http, logs);
        if (problem is not null)
            return problem;
        if (!TryNumber(http, "from", out var from, out problem) || !TryNumber(http, "to", out var to, out problem))
            return problem!;
        if (from is null || to is null)
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "field-missing", from is null ? "from" : "to", new Dictionary<string, string> { ["field"] = from is null ? "from" : "to" });
        return await log!.ConsistencyAsync(from.Value, to.Value, http.RequestAborted) is { } hashes
            ? Results.Json(new ConsistencyShape(from.Value, to.Value, [.. hashes.Select(Convert.ToBase64String)]), LedgerJson.Options)
            : Problems.Of(StatusCodes.Status404NotFound, "no-consistency", "to", Said("to", to.Value));
    }

    private static async Task<IResult> ExportAsync(HttpContext http, LedgerLogs logs, LedgerExport export, ReadDesk desk)
    {
        var (log, problem) = await LogAsync(http, logs);
        if (problem is not null)
            return problem;
        if (!TryNumber(http, "since", out var since, out problem))
            return problem!;
        var volume = await http.RequestServices.GetRequiredService<LedgerBook>().OpenAsync(log!.Jurisdiction, http.RequestAborted);
        var who = Callers.Of(http.User).Who;
        if (await desk.AllowAsync(volume, who, (_, _) => ExportLedger.Decide(who), http.RequestAborted) is { } refused)
            return refused;
        if (await log.SignAsync(http.RequestAborted) is not { } last)
            return NotYet(log);
        var size = Checkpoint.Parse(last.Text).Size;
        if (since > size)
            return Problems.Of(StatusCodes.Status404NotFound, "no-checkpoint", "since", Said("size", since.Value));
        var note = await logs.CheckpointAsync(log.Jurisdiction, size, http.RequestAborted) ?? last;
        var peaks = await log.PeaksAsync(since ?? 0, http.RequestAborted);
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"ledger-{log.Jurisdiction}-{size}.zip\"");
        // The archive's deflater flushes its last block synchronously; it is one small block a file.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return Results.Stream(stream => export.WriteAsync(stream, volume.Jurisdiction, note, since ?? 0, peaks, http.RequestAborted), "application/zip");
    }

    private static async Task<IResult> CosignAsync(HttpContext http, LedgerLogs logs)
    {
        var (log, problem) = await LogAsync(http, logs);
        if (problem is not null)
            return problem;
        if (CosignCheckpoint.Check(Callers.Of(http.User).Who) is { } refusal)
            return Problems.Of(refusal);
        var bytes = await ReadAsync(http.Request.Body, http.RequestAborted);
        try
        {
            if (bytes is null)
                throw new ProofRefusal("note-too-long", "The note exceeds 64 KiB.");
            var note = SignedNote.Parse(bytes);
            var checkpoint = Checkpoint.Parse(note.Text);
            if (await logs.CheckpointAsync(log!.Jurisdiction, checkpoint.Size, http.RequestAborted) is not { } own || own.Text != note.Text)
                return Problems.Of(StatusCodes.Status404NotFound, "no-checkpoint", "size", Said("size", checkpoint.Size));
            var verified = note.Verify(logs.Witnesses);
            if (verified.Count == 0)
                return Problems.Of(StatusCodes.Status422UnprocessableEntity, "witness-unknown");
            foreach (var one in verified)
                await logs.KeepAsync(log.Jurisdiction, checkpoint.Size, note.Signatures.Last(s => s.Name == one.Key.Name && s.Id == one.Key.Id), http.RequestAborted);
            return Results.Text((await logs.CheckpointAsync(log.Jurisdiction, checkpoint.Size, http.RequestAborted))!.ToString(), Text);
        }
        catch (ProofRefusal e)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "note-refused", null, new Dictionary<string, string> { ["why"] = e.Message });
        }
    }

    private static async Task<(LedgerLog? Log, IResult? Problem)> LogAsync(HttpContext http, LedgerLogs logs)
    {
        var (_, jurisdiction) = Callers.Of(http.User);
        return await http.RequestServices.GetRequiredService<LedgerBook>().KnowsAsync(jurisdiction, http.RequestAborted)
            ? (await logs.OfAsync(jurisdiction, http.RequestAborted), null)
            : (null, Problems.Of(StatusCodes.Status404NotFound, "unknown-jurisdiction", null, new Dictionary<string, string> { ["jurisdiction"] = jurisdiction }));
    }

    private static IResult NotYet(LedgerLog log) => log.Fault is { } fault
        ? Problems.Of(StatusCodes.Status409Conflict, "log-stopped", null, new Dictionary<string, string> { ["why"] = fault })
        : Problems.Of(StatusCodes.Status404NotFound, "checkpoint-not-yet");

    private static bool TryNumber(HttpContext http, string name, out long? number, out IResult? problem)
    {
        (number, problem) = (null, null);
        if (!http.Request.Query.TryGetValue(name, out var text) || text.Count == 0)
            return true;
        if (long.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var read))
        {
            number = read;
            return true;
        }

        problem = Problems.Of(StatusCodes.Status400BadRequest, "malformed-size", name, new Dictionary<string, string> { ["field"] = name });
        return false;
    }

    private static async Task<byte[]?> ReadAsync(Stream body, CancellationToken ct)
    {
        var buffer = new byte[MostNote + 1];
        var length = 0;
        for (int read; length < buffer.Length && (read = await body.ReadAsync(buffer.AsMemory(length), ct)) > 0;)
            length += read;
        return length > MostNote ? null : buffer[..length];
    }

    private static Dictionary<string, string> Said(string name, long number) => new() { [name] = number.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>Hashes in base64, from the shorter tree up.</summary>
public sealed record ConsistencyShape(long From, long To, IReadOnlyList<string> Hashes);
