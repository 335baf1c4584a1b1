using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Registers;

/// <summary>
/// All text cells of an item as one text: a JSON object of column ids and values, in the order of the ids, empty cells left out, lines ended one way.
/// One seal commits to all of them, so that an item's names and numbers are erased together, or not at all.
/// </summary>
public static class ItemTexts
{
    /// <summary>The canonical text.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> cells) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(cells.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToDictionary(c => c.Key, c => c.Value.ReplaceLineEndings("\n").Trim()), StringComparer.Ordinal), PlanJson.Options);

    /// <summary>Its cells; none where the text was erased.</summary>
    public static IReadOnlyDictionary<string, string> Read(string? text) =>
        text is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(text, PlanJson.Options)!;

    /// <summary>Cells that are of no text column or out of bounds.</summary>
    internal static IEnumerable<Refusal> Mistakes(DraftText? texts, RegisterDefinition register, RegisterRules rules) =>
        Read(texts?.Value).Select(t => Mistake(t.Key, t.Value, register, rules)).OfType<Refusal>();

    private static Refusal? Mistake(string column, string text, RegisterDefinition register, RegisterRules rules) =>
        "texts." + column is var field && register.Columns.FirstOrDefault(c => c.Id == column) is not { } found ? Refusal.Invalid("unknown-column", field, ("column", column), ("register", register.Id))
        : found.Type != ColumnType.Text ? Refusal.Invalid("column-not-text", field, ("column", found.Title))
        : text.Length > rules.TextLimit ? Refusal.Invalid("text-too-long", field, ("length", text.Length), ("limit", rules.TextLimit))
        : text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? Refusal.Invalid("text-control-character", field)
        : null;
}
