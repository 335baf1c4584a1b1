using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Commands;

/// <summary>
/// <c>witness --key LOGKEY --signer FILE --state FILE (--url URL --token FILE | --checkpoint FILE [--consistency FILE] --out FILE)</c>: the audit bureau's own memory.
/// It keeps the last size and root that it saw, demands a proof that the log has only grown, cosigns, and refuses to go back.
/// </summary>
internal static class Witness
{
    public static async Task<int> RunAsync(Call call)
    {
        var log = Keys.Of([call.Options.Required("--key")])[0];
        var signer = SigningKey.Parse(await File.ReadAllTextAsync(call.Options.Required("--signer"), call.Cancelled));
        var state = call.Options.Required("--state");
        var (url, token) = (call.Options.Value("--url"), call.Options.Value("--token"));
        var (file, proof, target) = (call.Options.Value("--checkpoint"), call.Options.Value("--consistency"), call.Options.Value("--out"));
        call.Options.Done();
        if (url is null == file is null)
            throw new WrongUse("url-or-checkpoint");
        using var http = url is null ? null : await ClientAsync(url, token, call.Cancelled);
        var note = http is null ? Keys.Note(file!) : SignedNote.Parse(await GetAsync(http, "checkpoint", call.Cancelled));
        var head = Checkpoint.Open(note, log);
        if (await SeenAsync(state, log, call.Cancelled) is { } seen)
        {
            if (head.Size < seen.Size)
                throw new ProofRefusal("witness-back", "The log has gone back.", ("origin", head.Origin), ("size", head.Size), ("seen", seen.Size));
            if (head.Size == seen.Size && !head.Root.AsSpan().SequenceEqual(seen.Root))
                throw new ProofRefusal("fork", "Two roots of one size.", ("size", head.Size), ("one", Convert.ToBase64String(seen.Root)), ("other", Convert.ToBase64String(head.Root)));
            if (head.Size > seen.Size && seen.Size > 0)
            {
                var hashes = http is not null ? Hashes(await GetAsync(http, $"consistency?from={seen.Size}&to={head.Size}", call.Cancelled))
                    : proof is not null ? Hashes(await File.ReadAllBytesAsync(proof, call.Cancelled)) : throw new WrongUse("consistency-needed", ("from", seen.Size), ("to", head.Size));
                if (!MerkleProof.Extends(seen.Size, seen.Root, head.Size, head.Root, hashes))
                    throw new ProofRefusal("witness-inconsistent", "What was seen before is not the beginning of what is shown now.", ("origin", head.Origin), ("seen", seen.Size), ("size", head.Size));
            }
        }

        // Remembered before the signature leaves: whatever happens then, nothing that contradicts it is ever signed.
        OwnFile.Write(state, head.Text, overwrite: true);
        var cosigned = note.With(signer.Cosign(note.Text, DateTimeOffset.UtcNow));
        if (target is not null)
            await File.WriteAllTextAsync(target, cosigned.ToString(), new UTF8Encoding(false), call.Cancelled);
        if (http is not null)
            await SendAsync(http, cosigned, call.Cancelled);
        call.Say.Line("cosigned", ("name", signer.Verifier.Name), ("origin", head.Origin), ("size", head.Size), ("root", Convert.ToBase64String(head.Root)));
        return 0;
    }

    private static async Task<Checkpoint?> SeenAsync(string state, VerifierKey log, CancellationToken ct)
    {
        if (!File.Exists(state))
            return null;
        var seen = Checkpoint.Parse(await File.ReadAllTextAsync(state, ct));
        return seen.Origin == log.Name ? seen : throw new ProofRefusal("checkpoint-origin", "The state is of another log.", ("told", seen.Origin), ("expected", log.Name));
    }

    private static List<byte[]> Hashes(byte[] json)
    {
        try
        {
            using var read = JsonDocument.Parse(json);
            return [.. read.RootElement.GetProperty("hashes").EnumerateArray().Select(h => Convert.FromBase64String(h.GetString() ?? ""))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ProofRefusal("consistency-unreadable", "The consistency proof cannot be read.", ("why", e.Message));
        }
    }

    private static async Task<HttpClient> ClientAsync(string url, string? token, CancellationToken ct)
    {
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new WrongUse("url-malformed", ("url", url));
        var client = new HttpClient { BaseAddress = new(address, "api/v1/audit/"), Timeout = TimeSpan.FromMinutes(1) };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(token, ct)).Trim());
        return client;
    }

    private static async Task<byte[]> GetAsync(HttpClient http, string path, CancellationToken ct)
    {
        using var answer = await http.GetAsync(path, ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        return answer.IsSuccessStatusCode ? bytes : throw new ProofRefusal("service-refused", "The service refused.", ("status", (int)answer.StatusCode), ("why", Encoding.UTF8.GetString(bytes)));
    }

    private static async Task SendAsync(HttpClient http, SignedNote note, CancellationToken ct)
    {
        using var body = new StringContent(note.ToString(), Encoding.UTF8, "text/plain");
        using var answer = await http.PostAsync("cosignatures", body, ct);
        if (!answer.IsSuccessStatusCode)
            throw new ProofRefusal("service-refused", "The service refused.", ("status", (int)answer.StatusCode), ("why", await answer.Content.ReadAsStringAsync(ct)));
    }
}
