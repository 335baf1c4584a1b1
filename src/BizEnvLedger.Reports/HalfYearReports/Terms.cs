using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports;

/// <summary>The data set's code words in the users' own: one word for one thing.</summary>
internal static class Terms
{
    public static string Light(string light) => light switch
    {
        "red" => "红", "yellow" => "黄", "green" => "绿", "grey" => "灰", "blue" => "蓝", _ => "—",
    };

    public static string Outcome(string outcome) => outcome switch
    {
        "onTime" => "按期办结", "extended" => "延期内办结", "late" => "逾期办结", "open" => "未办结",
        "waiting" => "未办结（待核验）", "notDue" => "未到期", _ => "—",
    };

    public static string State(string state) => state switch
    {
        "planned" => "未启动", "acknowledged" => "已签收", "inProgress" => "办理中", "claimed" => "已申报",
        "returned" => "已退回", "closed" => "已办结", "suspended" => "已中止", "withdrawn" => "已撤销", _ => "—",
    };

    public static string Strength(string strength) => strength switch
    {
        "strive" => "力争", "basically" => "基本", "gradually" => "逐步", "inPrinciple" => "原则上", _ => "",
    };

    public static string Attainment(string attainment) => attainment switch
    {
        "met" => "已达标", "missed" => "未达标", "unreported" => "未报送", "unstated" => "无量化目标",
        "notYet" => "未到期", "factOnly" => "仅作统计", _ => "—",
    };

    public static string Ground(string ground) => ground.ToUpperInvariant() switch
    {
        "UNTRUE" => "情况不实", "INCOMPLETE" or "FORM" => "材料不全", _ => "其他",
    };

    public static bool IsUntrue(string ground) => string.Equals(ground, "untrue", StringComparison.OrdinalIgnoreCase);

    public static string Category(string category) => category switch
    {
        "hollow" => "落而不实", "slow" => "行动不快", "weak" => "推动不力", _ => "其他",
    };

    public static string Visibility(string visibility) => visibility switch
    {
        "public" => "主动公开", "onRequest" => "依申请公开", "withheld" => "不予公开", _ => "—",
    };

    /// <summary>Why a closure was undone.</summary>
    public static string Undone(string ground) => ground == "spotCheck" ? "抽查不合格" : "督查发现不实";

    /// <summary>A half-year's round by name; a dash where there is none.</summary>
    public static string Round(string? round) => HalfYear.TryParse(round, out var halfYear) ? Wording.Name(halfYear) : "—";

    public static string UnitKind(string kind) => kind.ToUpperInvariant() switch
    {
        "GOVERNMENT" => "政府", "LEADINGGROUP" => "领导小组", "DEPARTMENT" => "部门", "REGION" => "地区", "COURT" => "法院",
        "PROCURATORATE" => "检察院", "COMPANY" => "企业", "MASSORGANISATION" => "群团组织", "INSTITUTION" => "事业单位", "GROUP" => "单位组", _ => "其他",
    };

    public static string Authority(string authority) => authority.ToUpperInvariant() switch
    {
        "DIRECT" => "本级直接管理", "VERTICAL" => "垂直管理", "JUDICIAL" => "司法机关", "MASSORGANISATION" => "群团组织", "ENTERPRISE" => "企业", _ => "其他",
    };

    /// <summary>What kind of entry was late-entered or corrected.</summary>
    public static string Kind(string kind) => kind.ToUpperInvariant() switch
    {
        "PROGRESS" or "PROGRESSRECORDED" or "REPORT" => "进展",
        "METRIC" or "READING" or "INDICATOR" or "METRICREPORTED" or "FIGURE" => "指标数据",
        "CLAIM" or "CLAIMED" or "MILESTONECLAIMED" => "办结申报",
        "RELEASE" or "RELEASED" or "CLAIMRELEASED" => "申报送核",
        "VERIFY" or "VERIFIED" or "VERIFICATION" or "MILESTONEVERIFIED" => "核验",
        "RETURN" or "RETURNED" or "MILESTONERETURNED" => "退回",
        "LEAD" or "REASSIGNMENT" or "LEADCHANGE" or "LEADREASSIGNED" => "牵头调整",
        "LEADER" or "LEADERCHANGE" or "LEADERAPPOINTED" => "分管领导",
        "ACKNOWLEDGE" or "ACKNOWLEDGED" or "TASKACKNOWLEDGED" => "签收",
        "STEP" or "STEPADDED" or "STEPCONFIRMED" => "分解事项",
        "MEMBER" => "组成员", "MEMBEREND" => "退出组", "TERM" => "主要负责人", "TERMEND" => "任期结束", "SUCCESSION" => "单位承继",
        "CORRECTION" or "ENTRYCORRECTED" => "更正",
        _ => "其他事项",
    };

    /// <summary>How a unit came to stand in another's place.</summary>
    public static string Succession(string kind) => kind switch { "rename" => "更名", "merge" => "合并", "split" => "分设", _ => "承继" };

    /// <summary>A task's number, or the name of the plan's goals or mechanisms.</summary>
    public static string Task(string number) => number switch
    {
        "goals" => "主要目标", "mechanisms" => "保障措施", LateEntry.OfUnits => "单位", _ => number,
    };

    /// <summary>A milestone's, indicator's or task's words where the data set has them, else its id.</summary>
    public static string Subject(HalfYearDataSet dataSet, string subject) =>
        dataSet.Indicators.FirstOrDefault(indicator => indicator.Id == subject)?.Name
        ?? dataSet.Due.Concat(dataSet.NextDue).FirstOrDefault(milestone => milestone.Id == subject)?.Statement
        ?? dataSet.Tasks.FirstOrDefault(task => task.No == subject)?.Title
        ?? (char.IsAsciiDigit(subject.FirstOrDefault()) && !subject.Contains('-') ? "措施" + subject : subject);
}
