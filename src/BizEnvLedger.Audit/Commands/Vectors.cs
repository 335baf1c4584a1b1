using System.Text.Json;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Commands;

/// <summary><c>vectors DIR</c>: RFC 6962 proof vectors as transparency-dev/merkle publishes them, folders <c>inclusion</c> and <c>consistency</c>.</summary>
internal static class Vectors
{
    public static async Task<int> RunAsync(Call call)
    {
        var folder = call.Options.Word("DIR");
        call.Options.Done();
        if (!Directory.Exists(folder))
            throw new WrongUse("folder-missing", ("folder", folder));
        var (passed, failed) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            bool agrees;
            try
            {
                using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file, call.Cancelled));
                if (Holds(json.RootElement) is not var (found, wanted))
                    continue;
                agrees = found == wanted;
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
            {
                call.Say.Line("vector-unreadable", ("file", Path.GetRelativePath(folder, file)), ("why", e.Message));
                failed++;
                continue;
            }

            if (agrees)
            {
                passed++;
            }
            else
            {
                failed++;
                call.Say.Line("vector-failed", ("file", Path.GetRelativePath(folder, file)));
            }
        }

        if (passed + failed == 0)
            throw new WrongUse("vectors-none", ("folder", folder));
        call.Say.Line("vectors", ("passed", passed), ("failed", failed));
        return failed == 0 ? 0 : 1;
    }

    /// <summary>What we find and what the vector wants; null for a file that is no vector.</summary>
    private static (bool Found, bool Wanted)? Holds(JsonElement vector)
    {
        var wanted = !(vector.TryGetProperty("wantErr", out var error) && error.GetBoolean());
        if (vector.TryGetProperty("leafIdx", out var index))
            return (MerkleProof.Includes(Number(index), Number(vector.GetProperty("treeSize")), Bytes(vector, "leafHash"), Hashes(vector), Bytes(vector, "root")), wanted);
        if (vector.TryGetProperty("size1", out var from))
            return (MerkleProof.Extends(Number(from), Bytes(vector, "root1"), Number(vector.GetProperty("size2")), Bytes(vector, "root2"), Hashes(vector)), wanted);
        return null;
    }

    /// <summary>Sizes go up to 2⁶⁴; what is beyond a long is no size of ours.</summary>
    private static long Number(JsonElement element) => element.TryGetInt64(out var number) ? number : -1;

    private static byte[] Bytes(JsonElement vector, string name) => vector.TryGetProperty(name, out var value) && value.GetString() is { } text ? Convert.FromBase64String(text) : [];

    private static List<byte[]> Hashes(JsonElement vector) =>
        vector.TryGetProperty("proof", out var proof) && proof.ValueKind == JsonValueKind.Array ? [.. proof.EnumerateArray().Select(h => Convert.FromBase64String(h.GetString() ?? ""))] : [];
}
