using System.Reflection;
using System.Text.Json;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.PlanTasks;

/// <summary>The words of a light's tests, from the resource file: one pair where the test holds, one where it does not.</summary>
public static class ReasonWords
{
    private static readonly Dictionary<string, Words> Table = Load();

    public static IReadOnlyCollection<string> Tests => Table.Keys;

    public static (string Zh, string En) Of(Reason reason)
    {
        var words = Table[reason.Test];
        return (Fill(reason.Holds ? words.Zh : words.NotZh, reason.Inputs), Fill(reason.Holds ? words.En : words.NotEn, reason.Inputs));
    }

    private static string Fill(string text, IReadOnlyDictionary<string, string> inputs)
    {
        foreach (var (key, value) in inputs)
            text = text.Replace("{" + key + "}", value, StringComparison.Ordinal);
        return text;
    }

    private static Dictionary<string, Words> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reasons.json")
            ?? throw new InvalidOperationException("The resource reasons.json is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, Words>>(stream, LedgerJson.Options)!;
    }

    private sealed record Words(string Zh, string En, string NotZh, string NotEn);
}
