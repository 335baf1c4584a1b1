using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.Notices;

/// <summary>What goes to one unit, and the proposal that goes to the government.</summary>
internal static class NoticeLetters
{
    public static byte[] Feedback(NoticePaper paper, NoticeEntry entry, string? number, DateOnly? date) => ToUnit(paper, entry, "feedback", PaperForm.Letter, number, date, paper.Notice.Drafted.On,
        ["关于征求" + paper.Round + paper.Subject, "专项督查通报意见", "的函"], new Dictionary<string, string>
        {
            ["round"] = paper.Round, ["facts"] = paper.Filled("entry-" + entry.Id, new Dictionary<string, string> { ["unit"] = Name(paper, entry), ["facts"] = paper.Facts(entry, int.MaxValue) }),
            ["feedbackDays"] = $"{paper.Plan.Rules.Notices.FeedbackWorkingDays}个工作日",
        });

    public static byte[] Letter(NoticePaper paper, NoticeEntry entry, string? number, DateOnly? date, string? superior) => ToUnit(paper, entry, "letter", PaperForm.Letter, number, date, paper.Notice.Drafted.On,
        ["关于商请推进", paper.Round, paper.Subject + "任务", "的函"], new Dictionary<string, string>
        {
            ["round"] = paper.Round, ["facts"] = paper.Facts(entry, int.MaxValue), ["replyDays"] = $"{paper.Plan.Rules.Notices.LetterReplyWorkingDays}个工作日",
        }, superior);

    public static byte[] Rectification(NoticePaper paper, NoticeEntry entry, string measures, DateOnly limit, string? number, DateOnly? date) =>
        ToUnit(paper, entry, "rectification", PaperForm.Down, number, date, entry.Rectification?.Ordered.On ?? paper.Notice.Drafted.On,
            ["关于限期整改", paper.Round, paper.Subject, "专项督查通报问题", "的通知"], new Dictionary<string, string>
            {
                ["round"] = paper.Round, ["facts"] = paper.Facts(entry, int.MaxValue), ["limit"] = Wording.Date(limit), ["measures"] = Sentence(measures),
            });

    public static byte[] Proposal(NoticePaper paper, NoticeEntry entry, AccountabilityPaper proposal, IReadOnlyList<ChainLink> chain)
    {
        var order = entry.Rectification ?? throw new ArgumentException($"Nothing is ordered for {entry.Id}.", nameof(entry));
        var unit = Name(paper, entry);
        var relapsed = proposal.Ground == AccountabilityGround.Relapsed;
        var days = relapsed ? "整改后经回头看发现反弹" : $"截至{Wording.Date(proposal.On)}未完成整改，超期{proposal.Days}天";
        var content = Head(paper, paper.Office + "文件", proposal.Number, proposal.Date, proposal.On) with
        {
            Form = PaperForm.Up,
            Signer = proposal.Signer is null ? null : NoticePaper.Clean(proposal.Signer),
            Title = NoticeWriter.Lines([paper.Office, "关于对" + unit, relapsed ? "整改反弹问题" : "逾期未改问题", "追究责任", "的请示"]),
            Recipients = paper.DataSet.Plan.IssuerName + "：",
            Body =
            [
                .. paper.Write("proposal-" + entry.Id, new Dictionary<string, string>
                {
                    ["round"] = paper.Round, ["unit"] = unit, ["facts"] = paper.Facts(entry, int.MaxValue), ["limit"] = Wording.Date(order.Limit), ["days"] = days, ["reason"] = Sentence(proposal.Reason),
                }),
                NoticeBody.Text("妥否，请批示。"),
            ],
            Annexes = [new("证据链", [Chain(chain)]), new("数据核验说明", [.. NoticeEntriesAnnexes.Proof(paper)])],
        };
        return NoticeDocuments.Write(paper, content, proposal.Date ?? proposal.On);
    }

    /// <summary>What every document of the notice has alike. Until it has number and date it is a draft, and both stay blank.</summary>
    /// <param name="about">The day that a draft is of.</param>
    public static NoticeContent Head(NoticePaper paper, string mark, string? number, DateOnly? date, DateOnly about)
    {
        var day = date is { } issued ? Wording.Date(issued) : $"{Wording.Text(about.Year)}年　月　日";
        return new()
        {
            Mark = mark, Number = number is not null ? NoticePaper.Clean(number) : $"〔{Wording.Text(about.Year)}〕　　号", Title = [], Recipients = "", Body = [], Annexes = [],
            Signature = paper.Office, Date = day, Printed = day + "印发", Draft = number is null || date is null ? "（送审稿）" : null,
        };
    }

    private static byte[] ToUnit(NoticePaper paper, NoticeEntry entry, string word, PaperForm form, string? number, DateOnly? date, DateOnly about, IReadOnlyList<string> title,
        IReadOnlyDictionary<string, string> values, string? copies = null) => NoticeDocuments.Write(paper, Head(paper, form == PaperForm.Letter ? paper.Office : paper.Office + "文件", number, date, about) with
        {
            Form = form,
            Title = NoticeWriter.Lines([paper.Office, .. title]),
            Recipients = Addressee(paper, entry) + "：",
            Body = [.. paper.Write($"{word}-{entry.Id}", values)],
            CopiesTo = copies is null ? null : NoticePaper.Clean(copies).TrimEnd('。') + "。",
        }, date ?? about);

    private static string Name(NoticePaper paper, NoticeEntry entry) => paper.Plan.Name(entry.Unit).Name;

    /// <summary>主送: a region's government by its full name, where the plan file or the roster gives it.</summary>
    private static string Addressee(NoticePaper paper, NoticeEntry entry) =>
        paper.Plan.FindUnit(entry.Unit) is { Kind: UnitKind.Region } region && region.Aliases.Append(region.Name).Where(n => n.EndsWith("人民政府", StringComparison.Ordinal)).MaxBy(n => n.Length) is { } full
            ? full
            : Name(paper, entry);

    /// <summary>A text of the office's as a whole sentence, so that what follows does not run into it.</summary>
    private static string Sentence(string text) => text.TrimEnd() is var words && words.Length > 0 && !"。！？；".Contains(words[^1]) ? words + "。" : words;

    private static NoticePart Chain(IReadOnlyList<ChainLink> chain) => NoticeAnnexes.TableOr("无记录。",
        [new("序号", 10, Centre), new("记录日期", 24, Centre), new("事项", 60), new("台账位置", 20, Centre), new("记录编号", 84, Centre, Fine: true)],
        chain.Select((link, i) => (IReadOnlyList<string>)[Wording.Text(i + 1), Wording.Short(link.RecordedOn), ChainWords.Of(link.Type), Wording.Text(link.Leaf), link.Event.ToString()]));
}
