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
        ["plan_amended"] = "行动计划调整", ["plan_clarified"] = "行动计划明确", ["system_registered"] = "业务系统登记", ["system_deregistered"] = "业务系统注销", ["figure_released"] = "指标数据审签",
        ["evidence_attached"] = "补充佐证材料", ["step_reported"] = "分解事项报送", ["extension_requested"] = "申请延期", ["extension_released"] = "延期申请审签", ["extension_granted"] = "同意延期",
        ["extension_refused"] = "不同意延期", ["suspension_requested"] = "申请中止", ["suspension_released"] = "中止申请审签", ["suspension_granted"] = "同意中止", ["suspension_refused"] = "不同意中止",
        ["suspension_ended"] = "中止结束", ["milestone_reopened"] = "撤销办结", ["cooperation_requested"] = "提出协作请求", ["cooperation_answered"] = "答复协作请求", ["cooperation_adjudicated"] = "协作事项协调",
        ["cooperation_escalated"] = "提请领导协调", ["cooperation_decided"] = "协作事项裁定", ["cooperation_fulfilled"] = "协作事项办理", ["fulfilment_confirmed"] = "协作事项确认", ["instruction_given"] = "领导批示",
        ["instruction_replied"] = "批示答复", ["urge_issued"] = "催办", ["urge_answered"] = "催办答复", ["order_drafted"] = "督办单拟稿", ["order_signed"] = "督办单签发",
        ["order_replied"] = "督办单答复", ["order_closed"] = "督办单办结", ["assignment_disputed"] = "对交办提出异议", ["dispute_released"] = "交办异议审签", ["dispute_decided"] = "交办异议裁定",
        ["reminder_issued"] = "提醒", ["inspection_opened"] = "督查启动", ["inspection_closed"] = "督查期关闭", ["inspection_scheme_drafted"] = "督查方案拟订", ["inspection_scheme_approved"] = "督查方案批准",
        ["inspection_verdict_recorded"] = "督查判定", ["inspection_finding_recorded"] = "督查发现问题", ["inspection_finding_upheld"] = "督查问题认定", ["spot_check_drawn"] = "抽查抽取", ["spot_check_secret_revealed"] = "抽查密值揭示", ["spot_check_recorded"] = "抽查",
        ["complaint_received"] = "诉求受理", ["complaint_dispatched"] = "诉求转办", ["complaint_reassigned"] = "诉求改派", ["complaint_answered"] = "诉求答复", ["answer_released"] = "诉求答复审签",
        ["satisfaction_asked"] = "诉求回访", ["complaint_linked"] = "重复诉求合并", ["complaint_reopened"] = "诉求重新办理", ["complaint_upheld"] = "诉求核查属实", ["complaint_rejected"] = "诉求核查不属实",
        ["upheld_confirmed"] = "诉求未落实事项认定", ["upheld_milestone_visited"] = "诉求事项实地核查", ["exposure_proposed"] = "拟予曝光", ["exposure_decided"] = "曝光审批", ["contact_read"] = "查阅诉求人联系方式", ["tip_officer_named"] = "指定举报承办人",
        ["tip_read"] = "查阅举报", ["notice_wording_edited"] = "通报文字修改", ["notice_letter_approved"] = "商请函审核", ["notice_letter_signed"] = "商请函签发", ["notice_letter_replied"] = "复函登记",
        ["accountability_handed_over"] = "移送有权机关", ["accountability_result_recorded"] = "处理结果登记", ["members_set"] = "单位组成员明确", ["membership_ended"] = "单位组成员退出", ["first_responsible_named"] = "主要负责人明确",
        ["term_ended"] = "主要负责人任期结束", ["units_succeeded"] = "单位承继", ["implementation_plan_adopted"] = "落实方案印发", ["register_item_added"] = "台账事项登记", ["register_item_changed"] = "台账事项变更",
        ["register_settlement_claimed"] = "台账事项申报办结", ["register_settlement_released"] = "台账办结申报审签", ["register_item_settled"] = "台账事项办结", ["register_settlement_returned"] = "台账办结申报退回", ["register_item_withdrawn"] = "台账事项撤销",
        ["register_dispatched"] = "台账调度", ["register_exported"] = "台账导出", ["appraisal_rules_adopted"] = "考评规则印发", ["appraisal_opened"] = "年度考评启动", ["appraisal_scored"] = "年度考评计分",
        ["appraisal_published"] = "考评结果公布", ["ballots_entered"] = "评议票录入", ["ballots_published"] = "评议结果公开", ["award_recorded"] = "奖励登记", ["evidence_uploaded"] = "佐证材料上传",
        ["evidence_read"] = "佐证材料查阅", ["delivery_retried"] = "通知重新投递", ["import_ended"] = "历史导入结束",
        ["request_withdrawn"] = "撤回申请", ["complaint_handled_again"] = "诉求重新处理", ["jurisdiction_added"] = "辖区登记", ["backup_taken"] = "数据备份", ["ledger_restored"] = "台账恢复",
        ["history_imported"] = "历史导入", ["delivery_targets_adopted"] = "通知渠道配置", ["protected_read"] = "查阅受保护内容",
        ["claim_withdrawn"] = "撤回办结申请", ["claim_declined"] = "审签不同意", ["evidence_released"] = "佐证材料审签",
    };

    /// <summary>Every stored name has its word; a test walks through the catalogue.</summary>
    public static bool Has(string type) => Words.ContainsKey(type);

    public static string Of(string type) => Words.GetValueOrDefault(type, "其他记录");
}
