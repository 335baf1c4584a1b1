using BizEnvLedger.Audit.Checks;
using BizEnvLedger.Audit.Words;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Commands;

/// <summary><c>verify PACKAGE --key KEY [--witness KEY] [--older CHECKPOINT]</c>: everything that a package can be held against.</summary>
internal static class Verify
{
    public static Task<int> RunAsync(Call call)
    {
        var file = call.Options.Word("PACKAGE");
        var keys = Keys.Of(call.Options.Values("--key"));
        var witnesses = Keys.Of(call.Options.Values("--witness"));
        var older = call.Options.Values("--older").Select(f => Keys.Open(Keys.Note(f), keys)).ToList();
        call.Options.Done();
        if (keys.Count == 0)
            throw new WrongUse("option-missing", ("option", "--key"));
        var say = call.Say;
        using var read = ReadPackage.Open(file, keys, older, say);
        FileChecks.Run(read.Package, read.Findings);
        say.Line("checked-files", ("count", read.Package.Manifest.Files.Count));
        say.Line("checked-leaves", ("from", read.Package.Ledger.Since), ("count", read.Leaves.Size - read.Package.Ledger.Since), ("checkpoints", read.Heads.Count));
        Named(read);
        say.Line("checked-texts", ("count", TextChecks.Run(read.Package, read.Leaves, read.Findings)));
        if (read.Package.Ledger.Since == 0)
        {
            say.Line("checked-rounds", ("count", RoundChecks.Run(read.Package, read.Leaves, read.Findings)));
            RuleChecks.Run(read.Leaves, read.Findings);
            if (read.Leaves.Events.Count(e => e.Imported) is > 0 and var claimed)
                read.Findings.Add(Finding.Remark("times-claimed", ("count", claimed)));
        }
        else
        {
            read.Findings.Add(Finding.Remark("partial", ("since", read.Package.Ledger.Since)));
            if (!older.Exists(o => o.Size == read.Package.Ledger.Since))
                read.Findings.Add(Finding.Remark("partial-unanchored", ("since", read.Package.Ledger.Since)));
        }

        Witnessed(read, witnesses, say);
        return Task.FromResult(Conclude(read, say));
    }

    /// <summary>Files that events name are there. What an older register holds elsewhere was never brought in, and is told.</summary>
    private static void Named(ReadPackage read)
    {
        var has = read.Package.Manifest.Files.Select(f => f.Sha256).ToHashSet(StringComparer.Ordinal);
        var broughtIn = read.Leaves.Events.Select(e => e.Data).OfType<EvidenceUploaded>().Select(u => u.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var sha256 in read.Leaves.FilesNamed.Where(f => !has.Contains(f)).Order(StringComparer.Ordinal))
            read.Findings.Add(broughtIn.Contains(sha256) ? Finding.Fault("file-gone", ("sha256", sha256)) : Finding.Remark("file-elsewhere", ("sha256", sha256)));
        if (read.Package.Ledger.Since > 0)
            return;
        foreach (var file in read.Package.Manifest.Files.Where(f => f.Path.StartsWith(PackageEntries.EvidenceFolder, StringComparison.Ordinal) && !read.Leaves.FilesNamed.Contains(f.Sha256)))
            read.Findings.Add(Finding.Fault("file-unnamed", ("path", file.Path)));
    }

    private static void Witnessed(ReadPackage read, IReadOnlyList<VerifierKey> witnesses, Speaker say)
    {
        foreach (var witness in witnesses)
        {
            var last = 0L;
            DateTimeOffset? at = null;
            foreach (var (size, note) in read.Notes.OrderBy(n => n.Key))
            {
                try
                {
                    foreach (var line in note.Verify([witness]))
                        (last, at) = (size, line.Time);
                }
                catch (ProofRefusal e)
                {
                    read.Findings.Add(Finding.Fault(e.Code, [.. e.About]));
                }
            }

            if (at is { } time)
                say.Line("witnessed", ("name", witness.Name), ("size", last), ("at", time.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)), ("after", read.Head.Size - last));
            else
                read.Findings.Add(Finding.Fault("witness-none", ("name", witness.Name)));
        }
    }

    private static int Conclude(ReadPackage read, Speaker say)
    {
        foreach (var finding in read.Findings.Told)
            say.Line("mark", ("kind", say.Of(finding.IsFault ? "fault" : "remark")), ("text", say.Of(finding.Code, finding.Values)));
        foreach (var (code, more) in read.Findings.Cut)
            say.Line("and-more", ("count", more), ("code", code));
        say.Line(read.Findings.Hold ? "holds" : "holds-not", ("origin", read.Head.Origin), ("size", read.Head.Size), ("root", Convert.ToBase64String(read.Head.Root)), ("faults", read.Findings.Told.Count(f => f.IsFault)));
        return read.Findings.Hold ? 0 : 1;
    }
}
