using System.Collections.Immutable;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.EvidenceFiles.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.EvidenceFiles;

/// <summary>A file on its way in and out, in situations in which the right caller is accepted.</summary>
[RightsCases]
internal static class EvidenceCases
{
    public static readonly ImmutableDictionary<string, EvidenceFile> None = ImmutableDictionary<string, EvidenceFile>.Empty;
    public static readonly ImmutableDictionary<string, EvidenceFile> Held = None.Add(Evidence, new(Evidence, 8, "application/pdf", "north", Guid.Empty, DateTimeOffset.MinValue));

    public static UploadEvidence Upload { get; } = new(Evidence, Evidence, 8, "application/pdf", "%PDF-1.7"u8.ToArray(), NotClassified: true);

    /// <summary>North brought a file in; energy cites it on task 1.</summary>
    public static readonly Story Cited = Given(
        Acts.Issued(),
        new Act(EvidenceFile.StreamOf(Evidence), People.North, Day("2021-03-01"), (_, who, now) => UploadEvidence.Decide(None, Upload, who, now)),
        Acts.Report("1.1", People.Energy, "2021-03-01", evidence: [Evidence]));

    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(UploadEvidence), Story.Empty, new(EvidenceFile.StreamOf(Evidence), People.Energy, Day("2021-03-01"), (_, who, now) => UploadEvidence.Decide(None, Upload, who, now))),
        new(nameof(ReadEvidence), Cited, new(EvidenceFile.StreamOf(Evidence), People.Energy, Day("2021-03-02"), (s, who, now) => ReadEvidence.Decide(s.Whole, new(Evidence), who, now)))
        {
            Lead = "energy", Owner = "north",
        },
        new(nameof(CiteEvidence), Cited, new(EvidenceFile.StreamOf(Evidence), People.Energy, Day("2021-03-02"), (s, who, now) =>
            CiteEvidence.Check(s.Whole, new([Evidence]), who, now) ?? (Decision)Decision.Of(new EvidenceRead(Evidence))))
        {
            Lead = "energy", Owner = "north",
        },
    ];
}
