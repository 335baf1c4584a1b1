using BizEnvLedger.Core.Notices;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using BizEnvLedger.Reports.Official;
using BizEnvLedger.Reports.Ooxml;

namespace BizEnvLedger.Reports.Notices;

/// <summary>
/// The documents from notice to accountability as Word files in the form of GB/T 9704-2012. Figures come from the frozen data set and the ledger,
/// words from the wording in force; the same inputs give the same bytes.
/// </summary>
public static class NoticeDocuments
{
    /// <summary>通报: a draft for approval until it has number and date.</summary>
    /// <param name="number">发文字号; null in the draft.</param>
    /// <param name="date">成文日期; null in the draft.</param>
    public static byte[] Notice(NoticePaper paper, string? number, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var day = date ?? paper.DataSet.RecordedOn;
        return Write(paper, NoticeLetters.Head(paper, paper.Office + "文件", number, date, day) with
        {
            Title = NoticeWriter.Lines([paper.Office, $"关于{paper.Round}", paper.Subject, "专项督查发现问题", "的通报"]),
            Recipients = (paper.DataSet.Plan.Recipients.Count == 0 ? "各有关单位" : string.Join('，', paper.DataSet.Plan.Recipients)) + "：",
            Body = NoticeEntriesBody.Write(paper),
            Annexes = NoticeEntriesAnnexes.Write(paper),
            CopiesTo = paper.DataSet.Plan.CopiesTo.Count == 0 ? null : string.Join('，', paper.DataSet.Plan.CopiesTo).TrimEnd('。') + "。",
        }, day);
    }

    /// <summary>征求意见函 to the unit that an entry names: the entry as the notice will print it. A draft without number and date.</summary>
    public static byte[] Feedback(NoticePaper paper, NoticeEntry entry, string? number, DateOnly? date) => NoticeLetters.Feedback(paper, entry, number, date);

    /// <summary>商请函 to a unit of other authority, copied to its superior.</summary>
    public static byte[] Letter(NoticePaper paper, NoticeEntry entry, string? number, DateOnly? date, string? superior) => NoticeLetters.Letter(paper, entry, number, date, superior);

    /// <summary>整改通知 for an entry: what to mend, and by when. A draft without number and date.</summary>
    public static byte[] Rectification(NoticePaper paper, NoticeEntry entry, string measures, DateOnly limit, string? number, DateOnly? date) =>
        NoticeLetters.Rectification(paper, entry, measures, limit, number, date);

    /// <summary>问责建议 as a 请示 to the government, with its evidence chain as an annex. A draft without number and date.</summary>
    /// <exception cref="ArgumentException">No rectification is ordered.</exception>
    public static byte[] Proposal(NoticePaper paper, NoticeEntry entry, AccountabilityPaper proposal, IReadOnlyList<ChainLink> chain) => NoticeLetters.Proposal(paper, entry, proposal, chain);

    internal static byte[] Write(NoticePaper paper, NoticeContent content, DateOnly day) =>
        OfficialDocument.Write(content with { Header = paper.Header }, new(string.Concat(content.Title), content.Signature, new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
}

/// <summary>What a 请示 on accountability says of itself.</summary>
/// <param name="Days">Days past the limit.</param>
/// <param name="On">The day up to which they count.</param>
/// <param name="Signer">签发人; null in the draft, as number and date are.</param>
public sealed record AccountabilityPaper(AccountabilityGround Ground, int Days, DateOnly On, string Reason, string? Number, string? Signer, DateOnly? Date);

/// <summary>One event of an evidence chain: where it stands in the ledger, when it was recorded, and the stored name of its type.</summary>
public sealed record ChainLink(Guid Event, long Leaf, DateOnly RecordedOn, string Type);
