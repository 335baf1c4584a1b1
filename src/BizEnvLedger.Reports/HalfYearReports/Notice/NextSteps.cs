using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>五、下一步要求: deadlines, what falls due next, working together, accountability.</summary>
internal static class NextSteps
{
    public static IEnumerable<NoticeParagraph> Write(HalfYearDataSet dataSet, string office)
    {
        yield return new(NoticeLevel.Text, Rectify(dataSet, office), "（一）限期完成整改。");
        yield return new(NoticeLevel.Text, Due(dataSet), "（二）抓紧办理到期事项。");
        yield return new(NoticeLevel.Text, Together(dataSet), "（三）加强协同配合。");
        yield return new(NoticeLevel.Text, Account(dataSet), "（四）严格督查问责。");
    }

    private static string Rectify(HalfYearDataSet dataSet, string office)
    {
        var units = dataSet.Proposed.DistinctBy(entry => entry.Unit.Id).Count();
        var open = dataSet.Totals.Open;
        var listed = units == 0
            ? "本期无列入整改清单的单位。"
            : $"列入整改清单（附件5）的{units}个单位，要逐项查明原因、制定措施，在清单规定的时限内完成整改，并将结果报送{office}。";
        var left = open == 0 ? "" : $"{(units == 0 ? "" : "对全部")}{open}项未办结节点，牵头单位要明确责任人和办结时间，办结后及时申报核验。";
        return listed + left;
    }

    private static string Due(HalfYearDataSet dataSet)
    {
        var next = Wording.Name(Wording.Of(dataSet).Next);
        var behind = dataSet.Totals.NotDueBehind == 0 ? "" : $"对滞后于序时进度的{dataSet.Totals.NotDueBehind}项节点，要采取措施赶上进度。";
        if (dataSet.NextDue.Count == 0)
            return $"{next}无到期节点。{behind}";
        var leads = dataSet.NextDue.SelectMany(milestone => milestone.Leads).DistinctBy(unit => unit.Id).Count();
        var strive = dataSet.NextDue.Count(milestone => milestone.Strength == "strive");
        var counted = $"{next}到期节点{dataSet.NextDue.Count}项（{AnnexNumbers.Named(dataSet, AnnexOf.NextDue)}）"
            + (strive == 0 ? "" : strive == dataSet.NextDue.Count ? "，均为力争完成事项" : $"，其中力争完成{strive}项")
            + (leads == 0 ? "" : $"，涉及牵头单位{leads}个");
        var first = dataSet.NextDue.Min(milestone => milestone.Due);
        return $"{counted}，最早的时限为{Wording.Date(first)}。各牵头单位要对照时限倒排进度，确需延期的，应在到期前提出申请。{behind}";
    }

    private static string Together(HalfYearDataSet dataSet)
    {
        var silent = dataSet.Silent.Count == 0 ? "" :
            $"{dataSet.Silent.DistinctBy(owner => owner.Unit.Id).Count()}个单位的{dataSet.Silent.DistinctBy(owner => owner.Milestone).Count()}项节点未按规定周期报送进展，要尽快补报。";
        var late = (dataSet.LateEntries.Count, dataSet.Corrections.Count) switch
        {
            (0, 0) => "",
            (var entries, 0) => $"本期补录数据{entries}条（{AnnexNumbers.Named(dataSet, AnnexOf.Data)}），",
            (0, var corrections) => $"本期更正数据{corrections}条（{AnnexNumbers.Named(dataSet, AnnexOf.Data)}），",
            (var entries, var corrections) => $"本期补录数据{entries}条、更正数据{corrections}条（{AnnexNumbers.Named(dataSet, AnnexOf.Data)}），",
        };
        var report = late.Length == 0 ? "" : late + "各单位要按时、如实报送数据。";
        var letters = dataSet.Letters.DistinctBy(entry => entry.Unit.Id).Count();
        var asked = letters == 0 ? "" : $"涉及非本级直接管理单位{letters}个，另行函商其主管部门。";
        return $"牵头单位要统筹调度、及时提出需要配合的事项，配合单位要按职责分工和约定时限办理。{silent}{report}{asked}";
    }

    private static string Account(HalfYearDataSet dataSet)
    {
        var next = Wording.Name(Wording.Of(dataSet).Next);
        var first = dataSet.Proposed.Count > 0 ? $"本期问题的整改情况纳入{next}专项督查。" : $"{next}专项督查将继续核对各项任务的完成情况。";
        return $"{first}对逾期不改、虚报进展或者推诿延误造成不良后果的，按照《{Wording.ShortTitle(dataSet.Plan.Title)}》和有关规定追究责任。";
    }
}
