using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>What the inspectors did: a paragraph of 一、总体情况, and an annex. A data set from before they worked in the ledger says nothing of it.</summary>
internal static class SupervisionWords
{
    public static IEnumerable<NoticeParagraph> Paragraph(HalfYearDataSet dataSet)
    {
        if (dataSet.Supervision is not { } supervision)
            yield break;
        if (IsEmpty(supervision))
        {
            yield return NoticeBody.Text("本期督查未登记任务判定、问题和抽查情况。");
            yield break;
        }

        yield return NoticeBody.Text(string.Concat(Judged(supervision), Found(supervision), Checked(supervision.SpotChecks), Undone(supervision)) + $"具体情况见{AnnexNumbers.Named(dataSet, AnnexOf.Supervision)}。");
    }

    public static IEnumerable<NoticePart> Annex(SupervisionFigures supervision)
    {
        yield return new(Heading: "一、任务判定");
        yield return NoticeAnnexes.TableOr("本期未登记任务判定。",
            [new("序号", 12, Centre), new("任务", 14, Centre), new("任务名称", 90), new("台账亮灯", 24, Centre), new("督查判定", 24, Centre), new("是否一致", 24, Centre)],
            supervision.Verdicts.Select((v, i) => (IReadOnlyList<string>)[Wording.Text(i + 1), Terms.Task(v.Task), v.Title, Terms.Light(v.Light), Terms.Light(v.Verdict), v.Differs ? "不一致" : "一致"]));
        yield return new(Heading: "二、督查发现问题");
        yield return NoticeAnnexes.TableOr("本期督查未发现问题。",
            [new("序号", 12, Centre), new("任务", 14, Centre), new("责任单位", 60), new("问题类别", 30, Centre), new("涉及节点", 60, Centre, Fine: true), new("是否认定", 24, Centre)],
            supervision.Findings.Select((f, i) => (IReadOnlyList<string>)
                [Wording.Text(i + 1), Terms.Task(f.Task), f.Unit.Name, Terms.Category(f.Category), f.Milestones.Count == 0 ? "—" : Wording.List(f.Milestones.Select(Terms.Place)), f.Upheld ? "已认定" : "未认定"]));
        yield return new(Heading: "三、办结节点抽查");
        yield return NoticeAnnexes.Says(Checked(supervision.SpotChecks) is { Length: > 0 } told ? told : "此前各期未抽取办结节点。");
        if (supervision.Reopened.Count == 0)
        {
            yield return NoticeAnnexes.Says("本期无撤销办结的节点。");
            yield break;
        }

        yield return new(Heading: "四、撤销办结的节点");
        yield return NoticeAnnexes.TableOr("",
            [
                new("序号", 12, Centre), new("任务", 14, Centre), new("节点", 34, Centre, Fine: true), new("申报单位", 50), new("办结日期", 26, Centre), new("撤销日期", 26, Centre),
                new("事由", 30, Centre), new("涉及期次", 30, Centre),
            ],
            supervision.Reopened.Select((r, i) => (IReadOnlyList<string>)
            [
                Wording.Text(i + 1), Terms.Task(r.Task), Terms.Place(r.Milestone), r.Unit.Name, Wording.Short(r.ClosedOn), Wording.Short(r.ReopenedOn), Terms.Undone(r.Ground), Terms.Round(r.Round),
            ]));
    }

    internal static bool IsEmpty(SupervisionFigures supervision) => supervision is { Verdicts.Count: 0, Findings.Count: 0, SpotChecks: null, Reopened.Count: 0 };

    private static string Judged(SupervisionFigures supervision)
    {
        var (all, differ) = (supervision.Verdicts.Count, supervision.Verdicts.Count(v => v.Differs));
        return all == 0 ? "本期督查未登记任务判定。"
            : differ == 0 ? $"督查组判定任务{all}项，与台账测算结果一致。"
            : $"督查组判定任务{all}项，其中与台账测算结果不一致{differ}项。";
    }

    private static string Found(SupervisionFigures supervision)
    {
        if (supervision.Findings.Count == 0)
            return "督查未发现问题。";
        var upheld = supervision.Findings.Count(f => f.Upheld);
        var kinds = supervision.Findings.GroupBy(f => f.Category).Select(g => $"{Terms.Category(g.Key)}{g.Count()}项");
        return $"督查发现问题{supervision.Findings.Count}项（{Wording.List(kinds)}）{(upheld == 0 ? "" : $"，已认定{upheld}项")}。";
    }

    private static string Checked(SpotCheckFigures? checks) => checks is null || !HalfYear.TryParse(checks.Round, out var round) ? ""
        : $"{Wording.Name(round)}办结节点{checks.Population}项，随机抽取{checks.Drawn}项，已抽查{checks.Held}项，{(checks.Failed == 0 ? "未发现不合格" : $"不合格{checks.Failed}项")}。";

    private static string Undone(SupervisionFigures supervision) =>
        supervision.Reopened.Count == 0 ? "" : $"经查不实、撤销办结的节点{supervision.Reopened.Count}项，原通报数据不作改动。";
}
