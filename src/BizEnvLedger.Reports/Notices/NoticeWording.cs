namespace BizEnvLedger.Reports.Notices;

/// <summary>The wording that a paragraph has until the office edits it. Names and figures are placeholders, which no edit can touch.</summary>
public static class NoticeWording
{
    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["preamble"] = "按照《{plan}》部署，{office}对{round}{subject}各项任务落实情况开展了专项督查。通报事项以截至{cutoff}的封存台账为准，已逐一反馈有关单位并听取意见。经{issuer}同意，现将督查发现的问题通报如下：",
        ["hollow"] = "涉及{units}、{entries}，具体情况如下：",
        ["slow"] = "涉及{units}、{entries}，具体情况如下：",
        ["weak"] = "涉及{units}、{entries}，具体情况如下：",
        ["requirements"] = "对上述{entries}，有关单位要查明原因、压实责任，在整改通知书规定的时限内完成整改，经本单位审签后提交整改报告和佐证材料，申请销号。整改完成后将开展回头看；逾期不改或者整改后反弹的，依照有关规定提出问责建议。"
            + "有关单位对通报事项有异议的，可在通报签发之日起{reviewDays}内书面申请复核。",
        ["entry"] = "{unit}。{facts}",
        ["feedback"] = "在{round}{subject}专项督查中，拟将你单位的下列问题列入通报：\n{facts}\n现征求你单位意见。如有异议，请在本函发出后{feedbackDays}内提出书面意见并附佐证材料，经本单位审签后报送；逾期未提出的，视为无异议。",
        ["letter"] = "在{round}{subject}专项督查中，由你单位承担的任务存在下列情况：\n{facts}\n上述任务关系到{subject}各项任务的落实。商请你单位研究推进措施、予以支持，并在{replyDays}内函复办理情况。",
        ["rectification"] = "{round}{subject}专项督查通报中，你单位存在下列问题：\n{facts}\n现提出如下整改要求：{measures}\n请于{limit}前完成整改，经本单位审签后提交整改报告和佐证材料，申请销号。逾期未完成整改的，将依照有关规定提出问责建议。",
        ["proposal"] = "{round}{subject}专项督查通报指出，{unit}存在下列问题：\n{facts}\n对上述问题的整改时限为{limit}，{days}。{reason}\n依据行动计划关于督查问责的规定和所附证据链，建议由有权机关按照管理权限调查核实，追究相关责任，并反馈处理结果。",
    };

    /// <summary>The default wording of a paragraph, by the word of its key.</summary>
    public static string Default(string word) => Defaults[word];
}
