using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>正文: the five sections. What goes beyond the length that is read moves to annex 3.</summary>
internal static class NoticeBody
{
    /// <summary>Longest body, in characters, headings included.</summary>
    public const int Limit = 4000;

    /// <summary>How much is told, from everything down to the least; the first that fits is taken.</summary>
    private static readonly IReadOnlyList<Measure> Measures =
    [
        new(40, 4, 99), new(30, 4, 99), new(24, 3, 99), new(18, 3, 99), new(14, 2, 99), new(10, 2, 99),
        new(8, 1, 99), new(6, 1, 40), new(4, 0, 24), new(3, 0, 12), new(2, 0, 8), new(1, 0, 6), new(0, 0, 4), new(0, 0, 0),
    ];

    /// <summary>The body, and the proposed entries that it has no room for.</summary>
    public static (IReadOnlyList<NoticeParagraph> Body, IReadOnlyList<ProposedEntry> Moved) Write(HalfYearDataSet dataSet, string office)
    {
        var written = Measures.Select(measure => Write(dataSet, office, measure));
        return written.FirstOrDefault(draft => Length(draft.Body) <= Limit, Write(dataSet, office, Measures[^1]));
    }

    public static int Length(IEnumerable<NoticeParagraph> body) => body.Sum(paragraph => paragraph.Length);

    private static (IReadOnlyList<NoticeParagraph> Body, IReadOnlyList<ProposedEntry> Moved) Write(HalfYearDataSet dataSet, string office, Measure measure)
    {
        var moved = new List<ProposedEntry>();
        NoticeParagraph[] body =
        [
            Preamble(dataSet, office),
            Section("一、总体情况"), .. Overall.Write(dataSet),
            Section("二、主要成效"), .. Achievements.Write(dataSet, measure),
            Section("三、上期问题整改情况"),
            .. RectificationText.Write(dataSet),
            Section("四、存在问题"), .. Problems.Write(dataSet, measure, moved),
            Section("五、下一步要求"), .. NextSteps.Write(dataSet, office),
        ];
        return (body, moved);
    }

    private static NoticeParagraph Preamble(HalfYearDataSet dataSet, string office)
    {
        var plan = dataSet.Plan;
        var number = plan.DocumentNumber.Length > 0 ? plan.DocumentNumber + "，" : "";
        var approved = plan.IssuerName == office ? "" : $"经{plan.IssuerName}同意，";
        return Text($"按照《{plan.Title}》（{number}以下简称《{Wording.ShortTitle(plan.Title)}》）部署，{office}组织开展了{Wording.Name(Wording.Of(dataSet))}{Wording.Subject(plan)}专项督查。"
            + $"督查以工作台账为依据，逐项核对截至{Wording.Date(dataSet.EffectiveOn)}的任务节点、指标数据和责任单位，台账数据于{Wording.Date(dataSet.RecordedOn)}封存。"
            + approved + "现将有关情况通报如下：");
    }

    public static NoticeParagraph Section(string text) => new(NoticeLevel.Section, text);

    public static NoticeParagraph Part(int number, string title) => new(NoticeLevel.Part, $"（{Wording.Ordinal(number)}）{title}");

    public static NoticeParagraph Text(string text) => new(NoticeLevel.Text, text);

    /// <summary>Entries a category, indicators an area, and areas told one by one.</summary>
    internal sealed record Measure(int Entries, int Indicators, int Areas);
}
