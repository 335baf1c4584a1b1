using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using BizEnvLedger.Service.Tests.Import;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>What the readme shows is what is answered; <c>…</c> stands for what differs from load to load, and fields may be left out.</summary>
[Collection(nameof(WithDemonstration))]
public sealed partial class ReadmeTests(LoadedDemonstration demonstration, LedgerApi fresh) : IClassFixture<LedgerApi>
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public async Task The_red_milestones_of_the_readme_are_those_of_the_demonstration(string readme)
    {
        var text = Read(readme);
        var query = Asked().Match(text).Groups[1].Value;
        query.ShouldStartWith("/milestones?");
        await using var api = await DescribedApi.StartAsync(demonstration);
        Shown(Example(text, "items"), await api.GetAsync($"/api/v1/plans/{LoadedDemonstration.Plan}{query}"), "$");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public async Task The_figure_of_the_readme_is_accepted_and_answered_with_such_a_receipt(string readme)
    {
        var text = Read(readme);
        // The demonstration begins on that day.
        fresh.On("2023-07-10");
        var answer = await fresh.PostAsync("unit:energy-bureau", "tasks/9/metrics", Sent().Match(text).Groups[1].Value);
        Shown(Example(text, "position"), await LedgerApi.JsonAsync(answer), "$");
    }

    private static void Shown(JsonElement shown, JsonElement told, string path)
    {
        switch (shown.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in shown.EnumerateObject())
                    Shown(field.Value, told.TryGetProperty(field.Name, out var value) ? value : throw new ShouldAssertException($"{path} has no {field.Name}"), $"{path}.{field.Name}");
                break;
            case JsonValueKind.Array when path.EndsWith(".reasons", StringComparison.Ordinal):
                // Shortened: those that hold.
                told.EnumerateArray().Count(r => r.GetProperty("holds").GetBoolean()).ShouldBe(shown.GetArrayLength(), path);
                Shown(shown[0], told.EnumerateArray().Single(r => r.GetProperty("holds").GetBoolean()), path + "[0]");
                break;
            case JsonValueKind.Array when shown.GetArrayLength() == 1 && shown[0].ToString() == "…":
                told.GetArrayLength().ShouldBeGreaterThan(0, path);
                break;
            case JsonValueKind.Array:
                told.GetArrayLength().ShouldBe(shown.GetArrayLength(), path);
                foreach (var (i, value) in shown.EnumerateArray().Index())
                    Shown(value, told[i], $"{path}[{i}]");
                break;
            case JsonValueKind.String when shown.GetString()!.EndsWith('…'):
                break;
            default:
                told.ToString().ShouldBe(shown.ToString(), path);
                break;
        }
    }

    private static JsonElement Example(string readme, string first) => JsonSerializer.Deserialize<JsonElement>(
        Left().Replace(Fence().Matches(readme).Single(m => m.Groups[1].Value.StartsWith($"{{\"{first}\"", StringComparison.Ordinal)).Groups[1].Value, "$1\"…\""));

    private static string Read(string readme, [CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../..", readme));

    [GeneratedRegex("curl -s \"\\$P([^\"]*)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("-d '(\\{\"indicator\"[^']*)'")]
    private static partial Regex Sent();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    /// <summary>A value that is left out, where it is no part of a text.</summary>
    [GeneratedRegex("(\":|\\[)…")]
    private static partial Regex Left();
}
