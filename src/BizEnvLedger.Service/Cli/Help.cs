namespace BizEnvLedger.Service.Cli;

/// <summary>What <c>ledger help</c> says. The launcher shows the same file before anything is built.</summary>
internal static class Help
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var text = new StreamReader(typeof(Help).Assembly.GetManifestResourceStream("help.txt")!);
        return text.ReadToEnd();
    }
}
