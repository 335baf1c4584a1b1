using System.Security.Cryptography;
using System.Text.Json;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Proof;
using BizEnvLedger.Reports.HalfYearReports;

namespace BizEnvLedger.Audit.Checks;

/// <summary>
/// Every closed half-year drawn again from the leaves before its cut: the data set byte for byte, and from it the notice and the workbook.
/// </summary>
internal static class RoundChecks
{
    public static int Run(Package package, ReadLeaves leaves, Findings findings)
    {
        var count = 0;
        foreach (var closing in leaves.Events.Where(e => e.Data is InspectionClosed))
        {
            count++;
            Check(package, leaves, closing, (InspectionClosed)closing.Data, findings);
        }

        return count;
    }

    public static string Folder(InspectionClosed closed) => $"{PackageEntries.InspectionFolder}{closed.Plan}/{closed.HalfYear}/";

    /// <summary>The data set as the package holds it; null where it is missing or is not what the closing event froze.</summary>
    public static byte[]? Frozen(Package package, InspectionClosed closed) =>
        package.Has(Folder(closed) + "data-set.json") && package.Bytes(Folder(closed) + "data-set.json") is var bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == closed.DataSetSha256 ? bytes : null;

    /// <summary>The data set computed again from leaves 0 … n−1, compared with the totals of the round closed before; null where it cannot be.</summary>
    public static byte[]? Redrawn(Package package, ReadLeaves leaves, InspectionClosed closed, HalfYearDataSet frozen)
    {
        if (!HalfYear.TryParse(closed.HalfYear, out var half) || leaves.Timeline.Replay((int)closed.TreeSize, closed.Plan).Plans.GetValueOrDefault(closed.Plan) is not { } state)
            return null;
        var previous = state.Plan.LastClosedBefore(half)?.Closed is { } before && Frozen(package, before) is { } bytes ? HalfYearJson.Read(bytes) : null;
        var place = new Place(frozen.Jurisdiction, frozen.JurisdictionName, frozen.Demonstration);
        var cut = new Cut(half, closed.RecordedBy, frozen.RecordedOn, closed.TreeSize, closed.Root);
        return HalfYearJson.Write(HalfYearView.Of(state, state.HeldBy(half.LastDay), cut, place, previous));
    }

    private static void Check(Package package, ReadLeaves leaves, Recorded closing, InspectionClosed closed, Findings findings)
    {
        (string, object?)[] about = [("plan", closed.Plan), ("halfYear", closed.HalfYear), ("event", closing.Id)];
        if (closed.TreeSize > closing.Leaf || Convert.ToHexStringLower(leaves.RootAt(closed.TreeSize)!) != closed.Root)
        {
            findings.Add(Finding.Fault("round-root", [.. about, ("size", closed.TreeSize)]));
            return;
        }

        if (Frozen(package, closed) is not { } bytes)
        {
            findings.Add(Finding.Fault("round-data-set", about));
            return;
        }

        try
        {
            var frozen = HalfYearJson.Read(bytes);
            if (Redrawn(package, leaves, closed, frozen) is not { } redrawn || !redrawn.AsSpan().SequenceEqual(bytes))
                findings.Add(Finding.Fault("round-not-from-facts", about));
            Same("report.docx", HalfYearNotice.Write(frozen));
            Same("report.xlsx", HalfYearWorkbook.Write(frozen));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            findings.Add(Finding.Fault("round-unreadable", [.. about, ("why", e.Message)]));
        }

        void Same(string file, byte[] drawn)
        {
            if (!package.Has(Folder(closed) + file) || !package.Bytes(Folder(closed) + file).AsSpan().SequenceEqual(drawn))
                findings.Add(Finding.Fault("report-differs", [.. about, ("file", file)]));
        }
    }
}
