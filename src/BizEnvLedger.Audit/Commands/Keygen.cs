using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Commands;

/// <summary><c>keygen NAME --out FILE [--kind witness|log|sm2]</c>: a key pair; the private key to a file of its owner's alone, the verifier key to the screen and beside it.</summary>
internal static class Keygen
{
    public static async Task<int> RunAsync(Call call)
    {
        var name = call.Options.Word("NAME");
        var file = call.Options.Required("--out");
        var kind = (call.Options.Value("--kind") ?? "witness") switch
        {
            "witness" => SignatureKind.Cosignature,
            "log" => SignatureKind.Ed25519,
            "sm2" => SignatureKind.Sm2,
            var other => throw new WrongUse("kind-unknown", ("kind", other)),
        };
        call.Options.Done();
        if (!VerifierKey.IsName(name))
            throw new WrongUse("name-malformed", ("name", name));
        if (File.Exists(file))
            throw new WrongUse("file-exists", ("file", file));
        var key = SigningKey.Generate(name, kind);
        OwnFile.Write(file, key.Export() + "\n", overwrite: false);
        await File.WriteAllTextAsync(file + ".pub", key.Verifier + "\n", call.Cancelled);
        call.Say.Line("key-made", ("file", file), ("public", file + ".pub"));
        call.Say.Output.WriteLine(key.Verifier);
        return 0;
    }
}
