namespace BizEnvLedger.Proof;

/// <summary>What is not well formed or does not verify. The code is stable, so that programs say it in their users' language; the message is English.</summary>
public sealed class ProofRefusal(string code, string message, params (string Name, object? Value)[] about) : Exception(message)
{
    /// <summary>Stable word, lower case with hyphens.</summary>
    public string Code { get; } = code;

    /// <summary>Values that the sentence speaks of.</summary>
    public IReadOnlyList<(string Name, object? Value)> About { get; } = about;
}
