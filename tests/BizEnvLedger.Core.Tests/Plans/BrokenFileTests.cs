using BizEnvLedger.Core.Plans.Reading;
using CsCheck;

namespace BizEnvLedger.Core.Tests.Plans;

public class BrokenFileTests
{
    [Fact]
    public void A_truncated_file_never_throws_and_is_never_a_plan() =>
        Gen.Int[0, ExampleFiles.Plan.Length - 3].Sample(length =>
        {
            var reading = PlanFile.Read(ExampleFiles.Plan.AsMemory(0, length), "cut.json");
            return reading.Plan is null && reading.Mistakes.Any(x => x.Code == "malformed-json");
        }, iter: 300);

    [Fact]
    public void A_file_with_random_bytes_changed_never_throws_and_is_a_plan_or_has_mistakes() =>
        Gen.Select(Gen.Int[0, ExampleFiles.Plan.Length - 1], Gen.Byte).List[1, 4].Sample(changes =>
        {
            var bytes = ExampleFiles.Plan.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            return PlanFile.Read(bytes, "changed.json") is { } x && x.Plan is null != (x.Mistakes.Count == 0);
        }, iter: 300);

    [Fact]
    public void A_file_with_pieces_moved_about_never_throws() =>
        Gen.Select(Gen.Int[0, ExampleFiles.Plan.Length - 1], Gen.Int[0, ExampleFiles.Plan.Length - 1], Gen.Int[1, 40]).Sample((from, to, length) =>
        {
            var bytes = ExampleFiles.Plan.ToList();
            bytes.InsertRange(to, ExampleFiles.Plan.Skip(from).Take(length));
            return PlanFile.Read(bytes.ToArray(), "moved.json") is { } x && x.Plan is null != (x.Mistakes.Count == 0);
        }, iter: 300);

    [Fact]
    public void Values_exchanged_for_others_of_any_kind_never_throw()
    {
        var text = System.Text.Encoding.UTF8.GetString(ExampleFiles.Plan);
        var tokens = System.Text.RegularExpressions.Regex.Matches(text, "\"[^\"]*\"|[0-9.]+|true|\\[|\\{|\\]|\\}");
        string[] others = ["null", "{}", "[]", "1e400", "-0", "\"\"", "\"$\"", "\"9999-12-31\"", "[[]]", "{\"a.b[0]\":1}", "true"];
        Gen.Select(Gen.Int[0, tokens.Count - 1], Gen.Int[0, others.Length - 1].Select(x => others[x])).Sample((at, other) =>
        {
            var changed = text[..tokens[at].Index] + other + text[(tokens[at].Index + tokens[at].Length)..];
            return PlanFile.Read(System.Text.Encoding.UTF8.GetBytes(changed), "changed.json") is { } x && x.Plan is null != (x.Mistakes.Count == 0);
        }, iter: 1000);
    }
}
