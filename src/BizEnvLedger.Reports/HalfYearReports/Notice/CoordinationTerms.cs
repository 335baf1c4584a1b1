namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>Words of coordination.</summary>
internal static class CoordinationTerms
{
    public static string Kind(string kind) => kind switch
    {
        "request" => "协作请求", "instruction" => "领导批示", "order" => "督办单", _ => "其他",
    };

    public static string State(string state) => state switch
    {
        "asked" => "待答复", "withOffice" => "待协调", "withLeader" => "待裁定", "accepted" => "已接受待办理", "adjudicated" => "已协调待办理",
        "delivered" => "已办理待确认", "open" => "待答复", "answered" => "已答复待办结", _ => "—",
    };

    public static string Rule(string rule) => rule switch
    {
        "order-unanswered" => "督办单逾期未答复", "request-unanswered" => "协调事项逾期未办理", "instruction-unanswered" => "批示逾期未答复", _ => "其他",
    };
}
