namespace BizEnvLedger.Service.Store;

/// <summary>A condition that the operator must settle before the ledger can go on. Shown without a stack trace.</summary>
public sealed class LedgerRefusal : Exception
{
    /// <summary>A refusal said in Chinese with English beside, optionally with what caused it.</summary>
    public LedgerRefusal(string chinese, string english, Exception? cause = null)
        : base($"{chinese}\n{english}", cause)
    {
    }
}
