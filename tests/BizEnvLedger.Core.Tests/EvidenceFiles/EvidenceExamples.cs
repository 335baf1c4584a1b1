using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.EvidenceFiles;

[EventExamples]
internal static class EvidenceExamples
{
    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["evidence_uploaded"] = new EvidenceUploaded(Evidence, 1024, "application/pdf", "energy"),
        ["evidence_read"] = new EvidenceRead(Evidence),
    };
}
