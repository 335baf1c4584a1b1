using System.Reflection;
using System.Text.Json;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Audit;

/// <summary>A difference as a sentence, from the resource file.</summary>
public static class DifferenceWords
{
    private static readonly Dictionary<string, Words> Table = Load();

    public static IReadOnlyCollection<string> Keys => Table.Keys;

    /// <param name="name">A unit's name.</param>
    public static (string Zh, string En) Of(Difference difference, Func<string, string> name)
    {
        var words = Table[JsonNamingPolicy.CamelCase.ConvertName(difference.What.ToString())];
        return (Fill(words.Zh, w => w.Zh), Fill(words.En, w => w.En));

        string Fill(string text, Func<Words, string> language) => text
            .Replace("{subject}", difference.Subject, StringComparison.Ordinal)
            .Replace("{before}", Said(difference.Before, language), StringComparison.Ordinal)
            .Replace("{after}", Said(difference.After, language), StringComparison.Ordinal);

        string Said(string? value, Func<Words, string> language) => value is null or "" ? language(Table["none"]) : difference.What switch
        {
            Differs.State or Differs.Light or Differs.Attained => language(Table[$"{JsonNamingPolicy.CamelCase.ConvertName(difference.What.ToString())}-{value}"]),
            Differs.Leads or Differs.Cooperating => string.Join("、", value.Split(", ").Select(name)),
            _ => value,
        };
    }

    private static Dictionary<string, Words> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("differences.json")
            ?? throw new InvalidOperationException("The resource differences.json is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, Words>>(stream, LedgerJson.Options)!;
    }

    private sealed record Words(string Zh, string En);
}
