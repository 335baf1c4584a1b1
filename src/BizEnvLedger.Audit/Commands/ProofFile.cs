using System.Text.Json;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Commands;

/// <summary><c>proof FILE.tlog-proof --key KEY [--leaf FILE]</c>: a receipt that a unit kept.</summary>
internal static class ProofFile
{
    public static async Task<int> RunAsync(Call call)
    {
        var file = call.Options.Word("FILE");
        var keys = Keys.Of(call.Options.Values("--key"));
        var leaf = call.Options.Value("--leaf");
        call.Options.Done();
        if (keys.Count == 0)
            throw new WrongUse("option-missing", ("option", "--key"));
        var proof = TlogProof.Parse(await File.ReadAllBytesAsync(file, call.Cancelled));
        var bytes = leaf is not null ? await File.ReadAllBytesAsync(leaf, call.Cancelled) : proof.Extra ?? throw new WrongUse("leaf-needed");
        if (bytes is [.., (byte)'\n'])
            bytes = bytes[..^1];
        var key = keys.FirstOrDefault(k => proof.Checkpoint.Signatures.Any(s => s.Name == k.Name && s.Id == k.Id)) ?? keys[0];
        var head = proof.Verify(key, MerkleRoot.LeafHash(bytes));
        call.Say.Line("proof-holds", ("index", proof.Index), ("size", head.Size), ("origin", head.Origin));
        using var told = JsonDocument.Parse(bytes);
        var root = told.RootElement;
        call.Say.Line("proof-event", ("id", root.GetProperty("id").GetString()), ("type", root.GetProperty("type").GetString()), ("stream", root.GetProperty("stream").GetString()),
            ("recorded", root.GetProperty("recordedAt").ToString()), ("sealed", root.GetProperty("sealedAt").GetString()), ("user", root.GetProperty("user").ToString()));
        return 0;
    }
}
