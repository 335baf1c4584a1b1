using BizEnvLedger.Core.Notices;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.Notices;

/// <summary>What goes to one unit, and the proposal that goes to the government.</summary>
internal static class NoticeLetters
{
    public static byte[] Feedback(NoticePaper paper, NoticeEntry entry) => ToUnit(paper, entry, "feedback", paper.Office, null, entry.FedBack?.On ?? paper.Notice.Drafted.On,
        ["关于征求" + paper.Round + paper.Subject, "专项督查通报意见", "的函"], new Dictionary<string, string>
        {
            ["round"] = paper.Round, ["facts"] = paper.Facts(entry, int.MaxValue), ["feedbackDays"] = $"{paper.Plan.Rules.Notices.FeedbackWorkingDays}个工作日",
        });

    public static byte[] Letter(NoticePaper paper, NoticeEntry entry, string? number, DateOnly? date, string? superior) => ToUnit(paper, entry, "letter", paper.Office, number, date ?? paper.Notice.Drafted.On,
        ["关于商请推进", paper.Round, paper.Subject + "任务", "的函"], new Dictionary<string, string>
        {
            ["round"] = paper.Round, ["facts"] = paper.Facts(entry, int.MaxValue), ["replyDays"] = $"{paper.Plan.Rules.Notices.LetterReplyWorkingDays}个工作日",
        }, date is null ? "（送审稿）" : null, superior);

    public static byte[] Rectification(NoticePaper paper, NoticeEntry entry)
    {
        var order = entry.Rectification ?? throw new ArgumentException($"Nothing is ordered for {entry.Id}.", nameof(entry));
        return ToUnit(paper, entry, "rectification", paper.Office + "文件", null, order.Ordered.On,
            ["关于限期整改", paper.Round, paper.Subject, "专项督查通报问题", "的通知"], new Dictionary<string, string>
            {
                ["round"] = paper.Round, ["facts"] = paper.Facts(entry, int.MaxValue), ["limit"] = Wording.Date(order.Limit), ["measures"] = paper.Text(order.Ordered.Event, "measures"),
            });
    }

    public static byte[] Proposal(NoticePaper paper, NoticeEntry entry, IReadOnlyList<ChainLink> chain)
    {
        var proposal = entry.Proposal ?? throw new ArgumentException($"Nothing is proposed for {entry.Id}.", nameof(entry));
        var unit = paper.Plan.Name(entry.Unit).Name;
        var days = proposal.Ground == AccountabilityGround.Relapsed ? "整改后经回头看发现反弹" : $"截至{Wording.Date(proposal.Made.On)}未完成整改，超期{proposal.Days}天";
        var content = Head(paper, paper.Office + "文件", null, proposal.Made.On) with
        {
            Title = NoticeWriter.Lines([paper.Office, "关于对" + unit, "逾期未改问题", "的问责建议"]),
            Draft = proposal.Approved ? null : "（送审稿）",
            Recipients = paper.DataSet.Plan.IssuerName + "：",
            Body =
            [
                .. paper.Write("proposal-" + entry.Id, new Dictionary<string, string>
                {
                    ["round"] = paper.Round, ["unit"] = unit, ["facts"] = paper.Facts(entry, int.MaxValue), ["limit"] = Wording.Date(entry.Rectification!.Limit), ["days"] = days,
                    ["reason"] = paper.Text(proposal.Made.Event, "reason"),
                }),
            ],
            Annexes = [new("证据链", [Chain(chain)]), new("数据核验说明", [.. NoticeEntriesAnnexes.Proof(paper)])],
        };
        return NoticeDocuments.Write(paper, content, proposal.Made.On);
    }

    /// <summary>What every document of the notice has alike; the number stays blank until one is given.</summary>
    public static NoticeContent Head(NoticePaper paper, string mark, string? number, DateOnly day) => new()
    {
        Mark = mark, Number = number is not null ? NoticePaper.Clean(number) : $"〔{Wording.Text(day.Year)}〕　　号", Title = [], Recipients = "", Body = [], Annexes = [],
        Signature = paper.Office, Date = Wording.Date(day), Printed = $"{Wording.Date(day)}印发",
    };

    private static byte[] ToUnit(NoticePaper paper, NoticeEntry entry, string word, string mark, string? number, DateOnly day, IReadOnlyList<string> about,
        IReadOnlyDictionary<string, string> values, string? draft = null, string? copies = null) => NoticeDocuments.Write(paper, Head(paper, mark, number, day) with
        {
            Title = NoticeWriter.Lines([paper.Office, .. about]),
            Draft = draft,
            Recipients = paper.Plan.Name(entry.Unit).Name + "：",
            Body = [.. paper.Write($"{word}-{entry.Id}", values)],
            CopiesTo = copies is null ? null : NoticePaper.Clean(copies).TrimEnd('。') + "。",
        }, day);

    private static NoticePart Chain(IReadOnlyList<ChainLink> chain) => NoticeAnnexes.TableOr("无记录。",
        [new("序号", 10, Centre), new("记录日期", 24, Centre), new("事项", 60), new("台账位置", 20, Centre), new("记录编号", 84, Centre, Fine: true)],
        chain.Select((link, i) => (IReadOnlyList<string>)[Wording.Text(i + 1), Wording.Short(link.RecordedOn), ChainWords.Of(link.Type), Wording.Text(link.Leaf), link.Event.ToString()]));
}
