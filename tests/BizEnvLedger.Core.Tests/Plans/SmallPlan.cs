using System.Text;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests.Plans;

/// <summary>A plan of thirty lines, to be broken in one place at a time.</summary>
internal static class SmallPlan
{
    public const string Text =
        """
        {
          "format": "bizenv-plan/1", "id": "small-2021", "title": "小计划", "documentNumber": "小发1号",
          "issuer": "city",
          "period": { "from": "2021-01-01", "to": "2023-12-31" }, "calendar": "china",
          "units": [
            { "id": "city", "name": "市政府", "kind": "government" },
            { "id": "energy", "name": "市能源局", "aliases": ["能源局"], "kind": "department" },
            { "id": "water", "name": "市水务局", "kind": "department" },
            { "id": "all", "name": "有关部门", "kind": "group", "members": [{ "unit": "energy", "from": "2021-05-01" }] },
            { "id": "wider", "name": "各单位", "kind": "group", "members": [{ "unit": "all" }] }
          ],
          "recipients": ["energy"],
          "areas": [{ "id": "a1", "title": "一", "clause": "一" }],
          "goals": [{ "id": "g1", "title": "目标", "clause": "二", "servedBy": [1], "milestones": [
            { "id": "g1-m1", "statement": "基本建成", "due": "2021-12-31", "dueText": "2021年底", "sameAs": "1.1-m1" }] }],
          "tasks": [
            { "number": 1, "area": "a1", "title": "用电", "clause": "三1", "leads": ["energy"], "cooperating": ["all"], "measures": [
              { "id": "1.1", "title": "办电", "clause": "三1（1）", "leads": ["energy"], "cooperating": ["water"],
                "milestones": [
                  { "id": "1.1-m1", "statement": "线上办电", "due": "2021-08-31", "dueText": "8月底前" },
                  { "id": "1.1-m2", "statement": "通报", "recurrence": { "every": "halfYear", "text": "每半年" } }
                ],
                "indicators": [
                  { "id": "1.1-i1", "name": "网办率", "unit": "%", "direction": "up", "lagDays": 5, "targets": [
                    { "due": "2021-12-31", "comparator": "atLeast", "value": 50, "milestone": "1.1-m1" },
                    { "due": "2022-12-31", "comparator": "between", "value": 60, "upper": 90 }] }
                ] }] }
          ],
          "registers": [{ "id": "r1", "title": "台账", "clause": "三1", "measure": "1.1", "keeper": "energy", "columns": [{ "id": "c1", "title": "事项", "type": "text" }] }]
        }
        """;

    public static PlanDocument Read()
    {
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(Text), "small.json");
        ExampleFiles.Told(reading.Mistakes).ShouldBe("");
        return reading.Plan!;
    }

    /// <summary>Reads the plan with one place written otherwise.</summary>
    public static PlanReading With(string written, string instead)
    {
        Text.Split(written).Length.ShouldBe(2, $"{written} should stand once");
        return PlanFile.Read(Encoding.UTF8.GetBytes(Text.Replace(written, instead)), "small.json");
    }

    public static void ShouldTell(this PlanReading reading, string code, int line, string path)
    {
        reading.Plan.ShouldBeNull();
        reading.Mistakes.Select(x => $"{x.Code} {x.Line} {x.Path}").ShouldBe([$"{code} {line} {path}"], ExampleFiles.Told(reading.Mistakes));
        var mistake = reading.Mistakes[0];
        mistake.Column.ShouldBeGreaterThan(0);
        foreach (var words in new[] { mistake.En, mistake.Zh, mistake.RemedyEn, mistake.RemedyZh })
            words.ShouldNotBeNullOrWhiteSpace();
        mistake.Zh.ShouldMatch("[一-龥]");
        mistake.RemedyZh.ShouldMatch("[一-龥]");
    }
}
