using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests.Events;

/// <summary>What is stored once is read for ever. A changed golden file is a changed past: a new version gets a new file.</summary>
public partial class GoldenJsonTests
{
    public static TheoryData<string> Aliases => [.. EventCatalogue.All.Select(e => e.Alias)];

    [Fact]
    public void The_catalogue_holds_every_event_type_once()
    {
        // Events are the public records of the Events.cs files; no other public record stands there.
        var written = Directory.EnumerateFiles(Path.Combine(Here(), "../../../src/BizEnvLedger.Core"), "Events.cs", SearchOption.AllDirectories)
            .SelectMany(f => Records().Matches(File.ReadAllText(f))).Select(m => m.Groups["name"].Value);
        EventCatalogue.All.Select(e => e.Type.Name).Order().ShouldBe(written.Order());
        EventCatalogue.All.Select(e => e.Alias).ShouldBeUnique();
        EventCatalogue.All.Select(e => e.Alias).ShouldBe(EventCatalogue.All.Select(e => JsonNamingPolicy.SnakeCaseLower.ConvertName(e.Type.Name)));
    }

    [Fact]
    public void Every_event_type_has_an_example_and_a_golden_file_and_no_file_is_left_over()
    {
        Examples.ByAlias.Select(e => (e.Value.GetType(), e.Key)).ShouldBe(EventCatalogue.All, ignoreOrder: true);
        Directory.EnumerateFiles(Path.Combine(Here(), "golden")).Select(f => Path.GetFileName(f)!)
            .ShouldBe(EventCatalogue.All.Select(e => e.Alias + ".v1.json"), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_event_is_written_as_its_golden_file_has_it(string alias) =>
        Json(Examples.ByAlias[alias]).ShouldBe(Normalised(Golden(alias)));

    [Theory]
    [MemberData(nameof(Aliases))]
    public void A_golden_file_is_read_as_the_same_event(string alias)
    {
        var type = EventCatalogue.All.Single(e => e.Alias == alias).Type;
        var read = JsonSerializer.Deserialize(Golden(alias), type, PlanJson.Options)!;
        Json(read).ShouldBe(Json(Examples.ByAlias[alias]));
    }

    private static string Golden(string alias) => File.ReadAllText(Path.Combine(Here(), "golden", alias + ".v1.json"));

    private static string Json(object value) => Normalised(JsonSerializer.Serialize(value, value.GetType(), PlanJson.Options));

    private static string Normalised(string json) => JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true, Encoder = PlanJson.Options.Encoder });

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex(@"^public sealed record (?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Records();
}
