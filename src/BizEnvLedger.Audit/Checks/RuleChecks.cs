using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Audit.Checks;

/// <summary>Events that the ledger's rules would have refused: sealed, but not by its commands.</summary>
internal static class RuleChecks
{
    public static void Run(ReadLeaves leaves, Findings findings)
    {
        foreach (var (e, code) in Contradictions.In(leaves.Events))
            findings.Add(Finding.Fault("against-rules", ("index", e.Leaf), ("event", e.Id), ("stream", e.Stream), ("user", e.User), ("code", code)));
    }
}
