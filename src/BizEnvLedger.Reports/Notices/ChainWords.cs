namespace BizEnvLedger.Reports.Notices;

/// <summary>What an event of an evidence chain is, in the users' words.</summary>
internal static class ChainWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["plan_issued"] = "行动计划印发", ["task_assigned"] = "任务交办", ["task_changed"] = "任务调整", ["task_acknowledged"] = "任务签收", ["progress_recorded"] = "进展报送",
        ["metric_reported"] = "指标数据报送", ["entry_corrected"] = "数据更正", ["lead_reassigned"] = "牵头调整", ["leader_appointed"] = "分管领导明确", ["milestone_claimed"] = "办结申请",
        ["claim_released"] = "办结申请审签", ["milestone_verified"] = "核验办结", ["milestone_returned"] = "核验退回", ["step_added"] = "分解事项", ["step_confirmed"] = "分解事项确认",
        ["notice_drafted"] = "通报起草", ["entry_strike_proposed"] = "拟撤条目", ["entry_addition_proposed"] = "拟增条目", ["entry_change_decided"] = "增撤确认", ["notice_feedback_sent"] = "反馈征求意见",
        ["notice_entry_objected"] = "单位提出异议", ["notice_objection_released"] = "异议审签", ["notice_objection_answered"] = "异议答复", ["notice_approved"] = "通报审核", ["notice_signed"] = "通报签发",
        ["notice_published"] = "通报公开", ["notice_review_asked"] = "申请复核", ["notice_review_released"] = "复核申请审签", ["notice_review_decided"] = "复核决定",
        ["rectification_ordered"] = "责令整改", ["rectification_reported"] = "整改报告", ["rectification_released"] = "整改报告审签", ["rectification_discharged"] = "销号",
        ["rectification_returned"] = "退回整改", ["rectification_followed_up"] = "回头看", ["accountability_proposed"] = "问责建议", ["accountability_decided"] = "问责建议审批",
    };

    public static string Of(string type) => Words.GetValueOrDefault(type, "其他记录");
}
