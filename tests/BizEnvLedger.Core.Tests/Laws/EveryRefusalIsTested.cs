using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace BizEnvLedger.Core.Tests.Laws;

public partial class EveryRefusalIsTested
{
    [Fact]
    public void Every_refusal_code_in_the_acts_is_asked_for_by_a_test()
    {
        var written = Codes("../../../src/BizEnvLedger.Core", "*.cs", Written());
        var tested = Codes("..", "*Tests.cs", Quoted());
        written.Count.ShouldBeGreaterThan(60);
        written.Except(tested).ShouldBeEmpty();
    }

    private static HashSet<string> Codes(string folder, string pattern, Regex code, [CallerFilePath] string here = "") =>
        [.. Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, folder), pattern, SearchOption.AllDirectories)
            .SelectMany(f => code.Matches(File.ReadAllText(f))).Select(m => m.Groups["code"].Value)];

    /// <summary>A refusal made, or the code that a matter hands to the rights table.</summary>
    [GeneratedRegex("(Refusal\\.(NotFound|NotAllowed|Conflict|Invalid)\\(|NotYours = |NotTheDoer = )\"(?<code>[a-z-]+)\"")]
    private static partial Regex Written();

    [GeneratedRegex("\"(?<code>[a-z-]+)\"")]
    private static partial Regex Quoted();
}
