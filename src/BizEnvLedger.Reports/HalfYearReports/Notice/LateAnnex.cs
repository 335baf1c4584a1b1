using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>附件3: what was late or extended, the notice's entries that its body has no room for, the verifier's own overruns, who is silent, and what is open of orders, instructions and requests.</summary>
internal static class LateAnnex
{
    public static IEnumerable<NoticePart> Write(HalfYearDataSet dataSet, IReadOnlyList<ProposedEntry> moved)
    {
        var several = moved.Count > 0 || dataSet.VerifierOverruns.Count > 0 || SilenceAnnex.IsNeeded(dataSet) || CoordinationAnnex.IsNeeded(dataSet);
        if (several)
            yield return new(Heading: "一、逾期与延期节点");
        yield return Late(dataSet);
        var part = 1;
        if (moved.Count > 0)
        {
            yield return new(Heading: $"{Wording.Ordinal(++part)}、正文移列事项");
            yield return NoticeAnnexes.TableOr("", [new("序号", 10, Centre), new("单位", 40), new("问题类别", 22, Centre), new("情况", 130)],
                moved.Select((entry, i) => (IReadOnlyList<string>)[Wording.Text(i + 1), entry.Unit.Name, Terms.Category(entry.Category), Problems.Facts(dataSet, entry, 6)]));
        }
        if (dataSet.VerifierOverruns.Count > 0)
        {
            yield return new(Heading: $"{Wording.Ordinal(++part)}、核验超期事项（不计入责任单位逾期天数）");
            yield return Overruns(dataSet);
        }
        if (SilenceAnnex.IsNeeded(dataSet))
        {
            yield return new(Heading: $"{Wording.Ordinal(++part)}、{SilenceAnnex.Title}");
            yield return SilenceAnnex.Write(dataSet);
        }
        if (CoordinationAnnex.IsNeeded(dataSet))
        {
            yield return new(Heading: $"{Wording.Ordinal(++part)}、{CoordinationAnnex.Title}");
            yield return CoordinationAnnex.Write(dataSet);
        }
    }

    private static NoticePart Late(HalfYearDataSet dataSet) => NoticeAnnexes.TableOr("本期无逾期和延期节点。",
        [
            new("序号", 10, Centre), new("节点", 25, Centre, Fine: true), new("事项", 52), new("牵头单位", 32), new("原定时限", 21, Centre),
            new("批准时限", 21, Centre), new("延期次数", 12, Centre), new("办结日期", 21, Centre), new("办理情形", 22, Centre), new("逾期天数", 12, Centre),
        ],
        dataSet.Due.Where(milestone => milestone.Outcome != "onTime" || milestone.Extensions > 0 || milestone.DaysLate > 0).Select((milestone, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), Terms.Place(milestone.Id), NoticeAnnexes.Statement(milestone), Wording.Names(milestone.Leads), Wording.Short(milestone.OriginalDue),
            milestone.Due == milestone.OriginalDue ? "—" : Wording.Short(milestone.Due), NoticeAnnexes.Days(milestone.Extensions), Wording.Short(milestone.ClosedOn),
            Terms.Outcome(milestone.Outcome), NoticeAnnexes.Days(milestone.DaysLate),
        ]));

    private static NoticePart Overruns(HalfYearDataSet dataSet) => NoticeAnnexes.TableOr("",
        [
            new("序号", 10, Centre), new("任务", 20, Centre), new("节点", 30, Centre, Fine: true), new("送核日期", 28, Centre), new("核验时限", 28, Centre),
            new("核验日期", 28, Centre), new("超期天数", 20, Centre),
        ],
        dataSet.VerifierOverruns.Select((overrun, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), Terms.Task(overrun.Task), Terms.Place(overrun.Milestone), Wording.Short(overrun.ReleasedOn), Wording.Short(overrun.Limit),
            overrun.DecidedOn is null ? "未核验" : Wording.Short(overrun.DecidedOn), Wording.Text(overrun.Days),
        ]));
}
