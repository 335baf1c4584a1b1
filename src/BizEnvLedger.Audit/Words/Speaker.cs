using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace BizEnvLedger.Audit.Words;

/// <summary>Says sentences in the user's language: <c>--zh</c>, <c>--en</c>, else the environment's, else Chinese.</summary>
internal sealed class Speaker(string language, TextWriter output, TextWriter errors)
{
    private readonly Dictionary<string, string> words = Load(language);

    public string Language => language;

    public TextWriter Output => output;

    public static string LanguageOf(string[] args) =>
        args.Contains("--en") ? "en" : args.Contains("--zh") ? "zh"
        : (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "zh").StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";

    public void Line(string code, params (string Name, object? Value)[] values) => output.WriteLine(Of(code, values));

    public void Error(string code, params (string Name, object? Value)[] values) => errors.WriteLine(Of(code, values));

    /// <summary>How far long work has come, on the error stream, so that it is not part of the answer.</summary>
    public void Progress(string code, params (string Name, object? Value)[] values) => errors.WriteLine(Of(code, values));

    /// <summary>The sentence of a code.</summary>
    public string Of(string code, params (string Name, object? Value)[] values)
    {
        var text = words.TryGetValue(code, out var found) ? found : throw new InvalidOperationException($"No words for {code} in {language}.");
        foreach (var (name, value) in values)
            text = text.Replace("{" + name + "}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    /// <summary>Codes that have words.</summary>
    internal static IReadOnlyCollection<string> Codes(string language) => Load(language).Keys;

    private static Dictionary<string, string> Load(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"words/{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
