using System.Globalization;
using System.Text.RegularExpressions;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Notices;

/// <summary>发文字号 (GB/T 9704-2012 clause 7.2.5): 通政办字〔2023〕5号 is the series 通政办字, its year and its ordinal, without a leading zero.</summary>
public sealed partial record DocumentNumber(string Series, int Year, int Ordinal)
{
    private const int Most = 99999;

    public static DocumentNumber? Parse(string? text) => text is not null && Form().Match(text) is { Success: true } m
        ? new(m.Groups["series"].Value, int.Parse(m.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups["ordinal"].Value, CultureInfo.InvariantCulture))
        : null;

    /// <summary>The number so many after this one, for papers that go out together.</summary>
    public DocumentNumber After(int count) => this with { Ordinal = Ordinal + count };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Series}〔{Year:0000}〕{Ordinal}号");

    /// <summary>
    /// Refuses numbers in another form, of another year than the paper's, or that another paper of the jurisdiction has, by whichever plan.
    /// </summary>
    /// <param name="count">Papers that go out together, each with the next number.</param>
    internal static Refusal? Check(string text, DateOnly day, PlanState state, int count = 1)
    {
        if (Parse(text) is not { } first || first.After(count - 1).Ordinal > Most)
            return Refusal.Invalid("document-number-form", "number", ("value", text.Length > 60 ? text[..60] : text));
        if (first.Year != day.Year)
            return Refusal.Invalid("document-number-year", "number", ("number", first), ("year", first.Year), ("day", day));
        return Enumerable.Range(0, count).Select(i => first.After(i)).FirstOrDefault(n => state.Papers.ContainsKey(n)) is { } taken
            ? Refusal.Conflict("document-number-taken", "number", ("number", taken), ("paper", state.Papers[taken]))
            : null;
    }

    [GeneratedRegex(@"^(?<series>[\u4e00-\u9fff]{1,20})〔(?<year>[0-9]{4})〕(?<ordinal>[1-9][0-9]{0,4})号\z")]
    private static partial Regex Form();
}

/// <summary>Papers of a jurisdiction that have a number: plans, notices, letters, orders, proposals and hand-overs. None is issued twice.</summary>
public static class IssuedPapers
{
    /// <summary>The numbers that an event gives, each with the words of its paper.</summary>
    public static IEnumerable<(DocumentNumber Number, string Paper)> Of(Recorded e) =>
        from given in Given(e.Data)
        let number = DocumentNumber.Parse(given.Number)
        where number is not null
        select (number, given.Paper);

    private static IEnumerable<(string? Number, string Paper)> Given(object data) => data switch
    {
        PlanIssued x => [(x.Plan.DocumentNumber, $"{x.Plan.Id} 行动计划")],
        NoticeSigned x => [(x.Number, $"{x.HalfYear} 通报")],
        NoticeLetterSigned x => [(x.Number, $"{x.Entry} 商请函")],
        NoticeFeedbackSent { Papers: { } papers } => papers.Select(p => ((string?)p.Number, $"{p.Entry} 征求意见函")),
        RectificationOrdered x => [(x.Number, $"{x.Entry} 整改通知")],
        AccountabilityProposed x => [(x.Number, $"{x.Entry} 问责建议")],
        AccountabilityHandedOver x => [(x.Number, $"{x.Entry} 移送函")],
        _ => [],
    };
}
