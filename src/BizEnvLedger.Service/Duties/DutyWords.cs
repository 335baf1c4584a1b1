using System.Reflection;
using System.Text.Json;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Duties;

/// <summary>What a duty asks for, in both languages; one resource file for each slice.</summary>
public static class DutyWords
{
    private static readonly IReadOnlyDictionary<string, Words> Table = Load();

    public static IReadOnlyCollection<string> Kinds => [.. Table.Keys];

    public static (string Zh, string En) Of(Duty duty)
    {
        if (!Table.TryGetValue(duty.Kind, out var words))
            throw new InvalidOperationException($"The duty {duty.Kind} has no words in the resource files.");
        return (Fill(words.Zh, duty), Fill(words.En, duty));
    }

    private static string Fill(string text, Duty duty) => text.Replace("{subject}", duty.Subject, StringComparison.Ordinal);

    private static Dictionary<string, Words> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var table = new Dictionary<string, Words>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("duties/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (kind, words) in JsonSerializer.Deserialize<Dictionary<string, Words>>(stream, LedgerJson.Options)!)
                table.Add(kind, words);
        }

        return table;
    }

    private sealed record Words(string Zh, string En);
}
