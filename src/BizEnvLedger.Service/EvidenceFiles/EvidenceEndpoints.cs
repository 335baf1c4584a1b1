using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.EvidenceFiles.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Store;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BizEnvLedger.Service.EvidenceFiles;

/// <summary>佐证材料: files by their SHA-256.</summary>
[Endpoints]
public static class EvidenceEndpoints
{
    /// <summary>Header by which the uploader declares that a file is not classified.</summary>
    public const string Declaration = "Declaration";

    private const string NotClassified = "not-classified";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var evidence = routes.MapGroup("/api/v1/evidence").RequireAuthorization().WithTags("evidence");
        evidence.MapPut("/{sha256}", UploadAsync).Produces<EvidenceShape>().Produces<EvidenceShape>(StatusCodes.Status201Created)
            .WithSummary("上传佐证材料 / Uploads a file (up to 200 MB) under its SHA-256; header Declaration: not-classified. The same file again from the same unit answers the first receipt.");
        evidence.MapGet("/{sha256}", DownloadAsync).AtPresent()
            .WithSummary("下载佐证材料 / The file, checked against its hash; the reading itself is recorded.");
        evidence.MapGet("/{sha256}/record", RecordAsync).AtPresent().Produces<EvidenceRecord>()
            .WithSummary("佐证材料登记 / Size, type and where the file is cited.");
    }

    private static async Task<IResult> UploadAsync(HttpContext http, CommandDesk desk, LedgerWriter writer, LedgerBook book, LedgerClock clock, EvidenceGate gate, Uploads uploads, string sha256)
    {
        var ct = http.RequestAborted;
        var call = await desk.CallAsync(http, [], ct);
        if (call.Problem is not null)
            return call.Problem;
        var declared = http.Request.Headers[Declaration] == NotClassified;
        var type = (http.Request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        var said = new UploadEvidence(sha256, sha256, 0, type, default, declared);
        if (UploadEvidence.Check(said, call.Who!) is { } refusal)
            return Problems.Of(refusal);
        var volume = await book.OpenAsync(call.Jurisdiction!, ct);
        if (Bringing(volume.State, sha256, call.Who!) is { } brought)
            return await HeldAsync(volume.State.Files[sha256], brought, writer, call, ct);
        if (http.Request.ContentLength > EvidenceFile.LargestFile)
            return TooLarge();
        await using var file = await ReceiveAsync(http, uploads, call, ct);
        if (file is null)
            return TooLarge();
        // Only now a place is taken: whoever sends slowly holds up nobody but itself.
        using var turn = await gate.EnterAsync(ct);
        var command = said with { Sha256 = file.Sha256, Size = file.Size, Begin = file.Begin };
        var outcome = await writer.WriteAsync(new()
        {
            Jurisdiction = call.Jurisdiction!,
            Who = call.Who!,
            Plan = "",
            Stream = EvidenceFile.StreamOf(sha256),
            Scope = WriteScope.Stream,
            ImportMark = clock.IsDemonstration ? "demonstration" : null,
            Decide = (_, now) => UploadEvidence.Decide(volume.State.Files, command, call.Who!, now),
            // Read under the lock on the file's stream: whoever brings the same bytes in is recorded, and the bytes lie there once.
            Beside = (connection, stop) => volume.State.Files.ContainsKey(sha256) ? Task.CompletedTask : EvidenceStore.WriteAsync(connection, call.Jurisdiction!, file, stop),
        }, ct);
        return outcome switch
        {
            Outcome.Accepted accepted => Results.Json(new EvidenceShape(sha256, file.Size, type, accepted.Receipt), LedgerJson.Options, statusCode: StatusCodes.Status201Created),
            // Somebody else brought the same file meanwhile.
            Outcome.Refused { Refusal.Code: "evidence-held-already" } => await HeldAsync(volume.State.Files[sha256], Bringing(volume.State, sha256, call.Who!)!, writer, call, ct),
            Outcome.Refused refused => Problems.Of(refused.Refusal),
            _ => throw new InvalidOperationException("An upload has neither key nor expected version."),
        };
    }

    /// <summary>The file as it comes over the line, within the caller's own turns and no slower than the settings say; null where it is too large.</summary>
    private static async Task<SpooledFile?> ReceiveAsync(HttpContext http, Uploads uploads, Call call, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = EvidenceFile.LargestFile + 1;
        // Our own measure answers with a problem; the server's would cut the line without a word.
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        using var turn = await uploads.EnterAsync($"{call.Jurisdiction}\n{call.Who!.Sub}", ct);
        try
        {
            return await EvidenceStore.SpoolAsync(uploads.Paced(http.Request.Body), EvidenceFile.LargestFile, ct);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    /// <summary>That the caller's unit has brought the file in already.</summary>
    private static Bringing? Bringing(LedgerState state, string sha256, Caller who) =>
        state.Files.GetValueOrDefault(sha256)?.Bringings.FirstOrDefault(b => b.Unit == EvidenceFile.UnitOf(who));

    private static async Task<IResult> HeldAsync(EvidenceFile file, Bringing brought, LedgerWriter writer, Call call, CancellationToken ct) =>
        Results.Json(new EvidenceShape(file.Sha256, file.Size, file.MediaType, await writer.ReceiptAsync(call.Jurisdiction!, [brought.Event], ct)), LedgerJson.Options);

    private static async Task<IResult> DownloadAsync(HttpContext http, CommandDesk desk, ReadDesk reads, LedgerBook book, LedgerClock clock, EvidenceStore store, EvidenceGate gate, string sha256)
    {
        var ct = http.RequestAborted;
        var call = await desk.CallAsync(http, [], ct);
        if (call.Problem is not null)
            return call.Problem;
        var volume = await book.OpenAsync(call.Jurisdiction!, ct);
        if (ReadEvidence.Decide(volume.State, new(sha256), call.Who!, clock.Now(volume.Zone)).Refusal is { } refusal)
            return Problems.Of(refusal);
        using var turn = await gate.EnterAsync(ct);
        var file = await store.ReadAsync(call.Jurisdiction!, sha256, ct);
        http.Response.RegisterForDisposeAsync(file);
        if (file.Sha256 != sha256)
            return Problems.Of(StatusCodes.Status409Conflict, "evidence-changed", "sha256", new Dictionary<string, string> { ["sha256"] = sha256, ["found"] = file.Sha256 });
        if (await reads.AllowAsync(volume, call.Who!, (state, now) => ReadEvidence.Decide(state, new(sha256), call.Who!, now), ct, EvidenceFile.StreamOf(sha256)) is { } problem)
            return problem;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(file.FromStart(), volume.State.Files[sha256].MediaType, sha256);
    }

    private static async Task<IResult> RecordAsync(HttpContext http, CommandDesk desk, LedgerBook book, LedgerClock clock, string sha256)
    {
        var call = await desk.CallAsync(http, [], http.RequestAborted);
        if (call.Problem is not null)
            return call.Problem;
        var volume = await book.OpenAsync(call.Jurisdiction!, http.RequestAborted);
        if (ReadEvidence.Decide(volume.State, new(sha256), call.Who!, clock.Now(volume.Zone)).Refusal is { } refusal)
            return Problems.Of(refusal);
        var file = volume.State.Files[sha256];
        return Results.Json(new EvidenceRecord(sha256, file.Size, file.MediaType, file.Unit, file.UploadedAt, file.Event, [.. file.Again.Select(b => b.Unit).OfType<string>()], [.. volume.State.Citations.GetValueOrDefault(sha256, [])], volume.State.Size), LedgerJson.Options);
    }

    private static IResult TooLarge() =>
        Problems.Of(StatusCodes.Status413PayloadTooLarge, "file-too-large", "body", new Dictionary<string, string> { ["limit"] = EvidenceFile.LargestFile.ToString(System.Globalization.CultureInfo.InvariantCulture) });
}

/// <summary>A file that came in, with the receipt of its event.</summary>
public sealed record EvidenceShape(string Sha256, long Size, string MediaType, Receipt Receipt);

/// <summary>What the ledger knows of a file. <paramref name="AlsoBroughtBy"/> are units that brought the same bytes in later; <paramref name="CitedBy"/> are the streams whose events cite it.</summary>
public sealed record EvidenceRecord(string Sha256, long Size, string MediaType, string? Unit, DateTimeOffset UploadedAt, Guid Event, IReadOnlyList<string> AlsoBroughtBy, IReadOnlyList<string> CitedBy, long Position);

/// <summary>So many files are on their way between disk and database at once; the others wait, so that large ones never take every connection.</summary>
public sealed class EvidenceGate
{
    private readonly SemaphoreSlim places = new(4);

    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await places.WaitAsync(ct);
        return new Place(places);
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}

/// <summary>What evidence needs.</summary>
[Services]
public static class EvidenceSlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<EvidenceStore>().AddSingleton<EvidenceGate>().AddSingleton(Uploads.Of(configuration));
}
