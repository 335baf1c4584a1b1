using System.Text.RegularExpressions;

namespace BizEnvLedger.Core.Notices;

/// <summary>
/// Paragraphs whose wording the office may edit, by key, and the figures and names that each must keep as placeholders (<c>{facts}</c>).
/// The default wording stands with the documents; here is only what a wording may not touch.
/// </summary>
public static partial class NoticeParagraphs
{
    /// <summary>Paragraphs of the notice as a whole.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Whole { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["preamble"] = ["plan", "round", "office", "issuer", "cutoff"],
        ["hollow"] = ["units", "entries"],
        ["slow"] = ["units", "entries"],
        ["weak"] = ["units", "entries"],
        ["requirements"] = ["entries", "reviewDays"],
    };

    /// <summary>Paragraphs of each entry: the key is the word, a hyphen and the entry's id, as <c>entry-2022H2-01</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OfEntry { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["entry"] = ["unit", "facts"],
        ["feedback"] = ["round", "facts", "feedbackDays"],
        ["letter"] = ["round", "facts", "replyDays"],
        ["rectification"] = ["round", "facts", "limit", "measures"],
        ["proposal"] = ["round", "unit", "facts", "limit", "days", "reason"],
    };

    /// <summary>What the plan is about, in its own words: any wording may have it, none must.</summary>
    public const string Subject = "subject";

    /// <summary>A key taken apart; the entry is empty for the notice's own paragraphs. Null where there is no such paragraph.</summary>
    public static (string Word, string Entry, IReadOnlyList<string> Placeholders)? Parse(string key)
    {
        if (Whole.TryGetValue(key, out var whole))
            return (key, "", whole);
        var hyphen = key.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && OfEntry.TryGetValue(key[..hyphen], out var own) ? (key[..hyphen], key[(hyphen + 1)..], own) : null;
    }

    /// <summary>The placeholders that a wording has, in its order.</summary>
    public static IReadOnlyList<string> In(string wording) => [.. Placeholder().Matches(wording).Select(m => m.Groups["name"].Value)];

    /// <summary>The words alone; where a placeholder stood, a mark keeps what was before from running into what was behind.</summary>
    public static string Without(string wording) => Placeholder().Replace(wording, "·");

    /// <summary>Whether a figure is typed beside the placeholders: figures come from the frozen data alone.</summary>
    public static bool HasFigure(string wording) => Acts.WordingWords.Figure(Without(wording)) is not null;

    /// <summary>The wording with its placeholders filled.</summary>
    public static string Fill(string wording, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(wording, m => values[m.Groups["name"].Value]);

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
