using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BizEnvLedger.Service.Duties;

namespace BizEnvLedger.Service.Tests.Http;

public sealed partial class DutyWordsTests
{
    [Fact]
    public void Every_kind_of_duty_has_words_and_no_words_are_left_over() =>
        DutyWords.Kinds.Order().ShouldBe(Written().Order());

    private static HashSet<string> Written([CallerFilePath] string here = "") =>
        [.. Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/BizEnvLedger.Core"), "*Duties.cs", SearchOption.AllDirectories)
            .SelectMany(f => Kind().Matches(File.ReadAllText(f))).Select(m => m.Groups["kind"].Value)];

    [GeneratedRegex("\"(?<kind>[a-z]+(-[a-z]+)*)\"")]
    private static partial Regex Kind();
}
