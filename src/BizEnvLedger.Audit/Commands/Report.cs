using BizEnvLedger.Audit.Checks;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Proof;
using BizEnvLedger.Reports.HalfYearReports;

namespace BizEnvLedger.Audit.Commands;

/// <summary><c>report PACKAGE HALF-YEAR [--out DIR] [--plan ID] [--key KEY]</c>: the half-year's report drawn again from the leaves and held against the one issued.</summary>
internal static class Report
{
    public static async Task<int> RunAsync(Call call)
    {
        var (file, halfYear) = (call.Options.Word("PACKAGE"), call.Options.Word("HALF-YEAR"));
        var (target, plan) = (call.Options.Value("--out"), call.Options.Value("--plan"));
        var keys = Keys.Of(call.Options.Values("--key"));
        call.Options.Done();
        using var read = ReadPackage.Open(file, keys, [], call.Say);
        read.RequireWholeAndSound();
        var id = read.Plan(plan);
        if (read.Leaves.Events.Select(e => e.Data).OfType<InspectionClosed>().FirstOrDefault(c => c.Plan == id && c.HalfYear == halfYear) is not { } closed)
            throw new ProofRefusal("round-not-closed", "That half-year is not closed in this package.", ("halfYear", halfYear), ("plan", id));
        if (RoundChecks.Frozen(read.Package, closed) is not { } frozen)
            throw new ProofRefusal("round-data-set", "The data set is not what the closing event froze.", ("plan", id), ("halfYear", halfYear), ("event", closed.DataSetSha256));
        if (RoundChecks.Redrawn(read.Package, read.Leaves, closed, HalfYearJson.Read(frozen)) is not { } redrawn || !redrawn.AsSpan().SequenceEqual(frozen))
            throw new ProofRefusal("round-not-from-facts", "The data set does not follow from the leaves.", ("plan", id), ("halfYear", halfYear));
        var dataSet = HalfYearJson.Read(redrawn);
        var same = true;
        foreach (var (name, bytes) in new[] { ("data-set.json", redrawn), ("report.docx", HalfYearNotice.Write(dataSet)), ("report.xlsx", HalfYearWorkbook.Write(dataSet)) })
        {
            var issued = RoundChecks.Folder(closed) + name;
            var equal = read.Package.Has(issued) && read.Package.Bytes(issued).AsSpan().SequenceEqual(bytes);
            same &= equal;
            call.Say.Line(equal ? "report-same" : "report-not-same", ("file", name), ("bytes", bytes.Length), ("sha256", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
            if (target is null)
                continue;
            Directory.CreateDirectory(target);
            await File.WriteAllBytesAsync(Path.Combine(target, $"{halfYear}-{name}"), bytes, call.Cancelled);
        }

        return same ? 0 : 1;
    }
}
