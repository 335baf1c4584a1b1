namespace BizEnvLedger.Core.Ledger;

/// <summary>The import of an older register's history is over, for ever: no recording time is claimed for a line of history after it.</summary>
/// <param name="Mark">What the imported events are marked as: <c>register</c> or <c>demonstration</c>.</param>
/// <param name="Lines">How many acts were imported.</param>
public sealed record ImportEnded(string Mark, int Lines)
{
    /// <summary>Key of the stream that holds it.</summary>
    public const string Stream = "import";
}
