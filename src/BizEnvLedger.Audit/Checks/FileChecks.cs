using System.Text.RegularExpressions;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Checks;

/// <summary>Every file is in the manifest with its size and hash, and no other; a file named by its hash has that hash.</summary>
internal static partial class FileChecks
{
    public static void Run(Package package, Findings findings)
    {
        var listed = new Dictionary<string, PackageFile>(StringComparer.Ordinal);
        foreach (var file in package.Manifest.Files)
            if (!listed.TryAdd(file.Path, file))
                findings.Add(Finding.Fault("manifest-twice", ("path", file.Path)));
        foreach (var path in package.Paths.Where(p => p != PackageManifest.Entry && !listed.ContainsKey(p)))
            findings.Add(Finding.Fault("file-unlisted", ("path", path)));
        foreach (var file in listed.Values)
        {
            if (!package.Has(file.Path))
            {
                findings.Add(Finding.Fault("file-missing", ("path", file.Path)));
                continue;
            }

            var (bytes, sha256) = package.Measure(file.Path);
            if (bytes != file.Bytes || sha256 != file.Sha256)
                findings.Add(Finding.Fault("file-changed", ("path", file.Path), ("told", file.Sha256), ("found", sha256)));
            if (ByHash().Match(file.Path) is { Success: true } named && named.Groups["hash"].Value != sha256)
                findings.Add(Finding.Fault("file-not-its-hash", ("path", file.Path), ("found", sha256)));
        }
    }

    [GeneratedRegex($"^({PackageEntries.PlanFolder}|{PackageEntries.EvidenceFolder}|{PackageEntries.DocumentFolder})(?<hash>[0-9a-f]{{64}})$", RegexOptions.CultureInvariant)]
    private static partial Regex ByHash();
}
