using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports;

namespace BizEnvLedger.Reports.Tests;

public sealed class JsonTests
{
    [Theory, MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void What_is_read_writes_the_same_bytes(string name)
    {
        var json = HalfYearJson.Write(Cases.All[name]);
        HalfYearJson.Write(HalfYearJson.Read(json)).ShouldBe(json);
    }

    [Fact]
    public void It_is_utf8_without_mark_unescaped_and_ends_with_a_line_feed()
    {
        var json = HalfYearJson.Write(Cases.All["ordinary"]);
        json[0].ShouldBe((byte)'{');
        json[^1].ShouldBe((byte)'\n');
        json.Count(b => b == '\n').ShouldBe(1);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(json);
        text.ShouldContain("云泽市优化营商环境三年行动计划（2021—2023年）");
        text.ShouldNotContain("\\u");
    }

    [Theory]
    [InlineData("全角　空格")]
    [InlineData("𠮷与😀")]
    [InlineData("<&'+>")]
    [InlineData("\u200b\ue000\u2028")]
    public void No_character_outside_ascii_is_escaped(string name)
    {
        var written = Encoding.UTF8.GetString(HalfYearJson.Write(Named(name)));
        written.ShouldContain($"\"jurisdictionName\":\"{name}\"");
        HalfYearJson.Read(Encoding.UTF8.GetBytes(written)).JurisdictionName.ShouldBe(name);
    }

    [Theory]
    [InlineData("a\"b\\c", "a\\\"b\\\\c")]
    [InlineData("\\u4e2d", "\\\\u4e2d")]
    [InlineData("a\nb\u0001", "a\\nb\\u0001")]
    public void What_json_must_escape_stays_escaped(string name, string expected)
    {
        var json = HalfYearJson.Write(Named(name));
        Encoding.UTF8.GetString(json).ShouldContain($"\"jurisdictionName\":\"{expected}\"");
        HalfYearJson.Read(json).JurisdictionName.ShouldBe(name);
    }

    [Fact]
    public void A_figure_has_one_spelling()
    {
        var dataSet = Cases.All["one"];
        var longer = dataSet with { Indicators = [dataSet.Indicators[0] with { Value = 1.500m, Baseline = 0.0000001m }] };
        var shorter = dataSet with { Indicators = [dataSet.Indicators[0] with { Value = 1.5m, Baseline = 0.0000001m }] };
        HalfYearJson.Write(longer).ShouldBe(HalfYearJson.Write(shorter));
        Encoding.UTF8.GetString(HalfYearJson.Write(longer)).ShouldContain("\"baseline\":0.0000001,\"value\":1.5,");
    }

    [Fact]
    public void A_moment_has_one_spelling()
    {
        var dataSet = Cases.All["one"];
        HalfYearJson.Write(dataSet with { RecordedBy = dataSet.RecordedBy.ToUniversalTime() }).ShouldBe(HalfYearJson.Write(dataSet));
        Encoding.UTF8.GetString(HalfYearJson.Write(dataSet)).ShouldContain("\"recordedBy\":\"2022-07-11T01:30:00Z\"");
    }

    /// <summary>A change of the golden file changes the hash of every half-year ever closed: it needs a new format name.</summary>
    [Fact]
    public void The_order_and_spelling_of_the_format_are_frozen() => Encoding.UTF8.GetString(HalfYearJson.Write(Cases.All["every kind"])).ShouldBe(Golden);

    /// <summary>What is not there leaves no trace: data sets frozen before the inspectors worked in the ledger keep their bytes.</summary>
    [Fact]
    public void What_the_inspectors_did_stands_last_or_not_at_all()
    {
        Encoding.UTF8.GetString(HalfYearJson.Write(Cases.All["supervised"])).ShouldContain("\"letters\":[],\"supervision\":{\"verdicts\":[{\"task\":\"1\",");
        Golden.ShouldNotContain("supervision");
    }

    /// <summary>A round that was closed before lines of tasks and units named their events is read, drawn and written as it was.</summary>
    [Fact]
    public void A_data_set_of_before_keeps_its_bytes_and_is_drawn()
    {
        var before = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "half-year-1-before-events.json"));
        var dataSet = HalfYearJson.Read(before);
        HalfYearJson.Write(dataSet).ShouldBe(before);
        HalfYearNotice.Write(dataSet).ShouldNotBeEmpty();
        HalfYearWorkbook.Write(dataSet).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes() =>
        HalfYearJson.Sha256(Cases.All["every kind"]).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Golden))));

    [Theory]
    [InlineData("\"jurisdiction\":", "\"surprise\":1,\"jurisdiction\":")]
    [InlineData("bizenv-half-year/1", "bizenv-half-year/9")]
    [InlineData("\"treeSize\":2318,", "")]
    public void Other_json_is_refused(string from, string to) =>
        Should.Throw<JsonException>(() => HalfYearJson.Read(Encoding.UTF8.GetBytes(Golden.Replace(from, to, StringComparison.Ordinal))));

    private static HalfYearDataSet Named(string name) => Cases.All["bare"] with { JurisdictionName = name };

    private static string Golden => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "half-year-1.json"));
}
