"""The supervision cycle in the demonstration history: extensions, coordination, complaints, registers, notices, appraisals."""
import datetime as dt

HOUSING, ENERGY, APPROVAL, TAX = "housing-construction-bureau", "energy-bureau", "admin-approval-bureau", "tax-bureau"
DEVELOPMENT, TRANSPORT, MOBILE, TELECOM = "development-reform-commission", "transport-bureau", "mobile-tongliao", "telecom-construction-office"
JUSTICE, MENDED = "justice-bureau", "12.1-m3"


def d(text):
    return dt.date.fromisoformat(text)


def write(add, evidence):
    """Calls `add(day, account, act, **line)` for every act; `evidence(day, unit, name)` uploads a file and gives its hash in a list."""
    for part in (people, extensions, coordination, complaints, registers, notices, appraisals, inspections):
        part(add, evidence)


def asked(add, kind, milestone, unit, label, on, released, body):
    add(d(on), f"unit:{unit}", kind, hour=9, milestone=milestone, label=label, body=body)
    add(d(released), f"approver:{unit}", f"{kind}-release", hour=15, milestone=milestone, claim="@" + label)


def decided(add, kind, milestone, label, on, **body):
    add(d(on), "leader", f"{kind}-decision", hour=16, milestone=milestone, claim="@" + label, body=body)


FORMER, SUCCESSOR, RENAMED = "tongliao-airport", "airport-company", "2023-03-01"
GOVERNMENTS = {"kezuozhong-banner": "科尔沁左翼中旗人民政府", "naiman-banner": "奈曼旗人民政府", "kailu-county": "开鲁县人民政府"}
REGIONS = {"kezuozhong-banner": "科左中旗", "naiman-banner": "奈曼旗", "kailu-county": "开鲁县"}


def people(add, evidence):
    add(d("2021-05-10"), "group-office", "members", hour=9, key="region-governments", body={
        "members": [{"unit": unit, "from": "2021-04-26"} for unit in REGIONS], "new": [{"id": unit, "name": name, "aliases": [GOVERNMENTS[unit]], "kind": "region"} for unit, name in REGIONS.items()], "basis": "演示分工文件"})
    for unit, name, post in ((ENERGY, "演示局长甲", "局长"), (HOUSING, "演示局长乙", "局长"), (APPROVAL, "演示局长丙", "局长")):
        add(d("2021-05-12"), "group-office", "first-responsible", hour=10, key=unit, body={"name": name, "post": post, "effectiveOn": "2021-05-12", "basis": "演示任职文件"})
    add(d("2022-08-15"), "group-office", "first-responsible", hour=10, key=HOUSING, body={"name": "演示局长丁", "post": "局长", "effectiveOn": "2022-08-15", "basis": "演示任职文件"})
    for unit, on in (("kezuozhong-banner", "2021-06-18"), ("naiman-banner", "2021-08-30")):
        add(d(on), f"unit:{unit}", "implementation-plan", hour=10, key=unit, body={
            "documentNumber": f"演示{REGIONS[unit]}发〔2021〕1号", "effectiveOn": on, "visibility": "public", "evidence": evidence(d(on), unit, "落实方案")})
    for n, unit in enumerate(REGIONS, 4):
        add(d("2022-03-01"), f"unit:{ENERGY}", "step", hour=9 + n, task="9", body={"milestone": "9.2.1-m2", "owner": unit, "due": "2022-11-30", "deliverable": f"{REGIONS[unit]}供电所终端配发"})
    for n, unit, on in ((4, "kezuozhong-banner", "2022-11-21"), (5, "naiman-banner", "2022-12-14")):
        add(d(on), f"unit:{unit}", "step-report", hour=10, task="9", step=f"9.2.1-m2-s{n}", body={"effectiveOn": on, "narrative": "终端已配发到位。", "evidence": evidence(d(on), unit, "配发清单")})
        add(d(on) + dt.timedelta(5), "office", "confirm", hour=10, task="9", step=f"9.2.1-m2-s{n}", body={})
    add(d(RENAMED), "group-office", "succession", hour=9, key=FORMER, body={
        "kind": "rename", "from": [FORMER], "to": [SUCCESSOR], "new": [{"id": SUCCESSOR, "name": "演示机场集团通辽机场公司", "kind": "company", "authority": "enterprise"}], "effectiveOn": RENAMED, "basis": "演示机构改革文件"})


def extensions(add, _):
    asked(add, "extension", "9.4.2-m2", HOUSING, "x-refused", "2021-07-20", "2021-07-21", {"newDue": "2021-12-31", "reason": "管网资料尚未收齐。"})
    decided(add, "extension", "9.4.2-m2", "x-refused", "2021-07-27", granted=False, reason="资料收集属于承办单位职责，不予延期。")
    asked(add, "extension", "9.3.3-m1", HOUSING, "x-granted", "2022-12-05", "2022-12-06", {"newDue": "2023-06-30", "reason": "信用评价系统接口延期交付。"})
    decided(add, "extension", "9.3.3-m1", "x-granted", "2022-12-12", granted=True, newDue="2023-05-31", reason="同意延至五月底。")
    asked(add, "extension", "22.1-m2@2022", DEVELOPMENT, "x-done", "2022-12-15", "2022-12-16", {"newDue": "2023-03-31", "reason": "年度评价待自治区数据下发。"})
    decided(add, "extension", "22.1-m2@2022", "x-done", "2022-12-22", granted=True, reason="同意。")
    asked(add, "suspension", "4.3-m1", APPROVAL, "s-granted", "2022-02-10", "2022-02-11", {"reviewOn": "2022-06-10", "precondition": "自治区工程审批系统升级停机。"})
    decided(add, "suspension", "4.3-m1", "s-granted", "2022-02-17", granted=True, reason="外部条件属实，六月十日复核。")


def coordination(add, evidence):
    def follow(on, account, act, label, hour=10, person=None, **body):
        add(d(on), account, act, hour=hour, **({"person": person} if person else {}), body={"of": "@" + label, "body": body})

    add(d("2021-06-10"), f"unit:{HOUSING}", "request", hour=9, task="9", label="r-refused", body={"milestone": "9.4.2-m1", "to": TRANSPORT, "limit": "2021-07-15", "text": "请提供占道施工审批清单。"})
    follow("2021-06-16", f"unit:{TRANSPORT}", "request-answer", "r-refused", accepted=False, reason="清单涉及多个科室，无法汇总。")
    follow("2021-06-25", "office", "request-adjudicate", "r-refused", binding=True, limit="2021-07-20", reason="属法定公开事项，应予提供。")
    follow("2021-10-20", f"unit:{TRANSPORT}", "request-fulfil", "r-refused", narrative="清单已移交。", evidence=evidence(d("2021-10-20"), TRANSPORT, "占道施工审批清单"))
    follow("2021-10-25", f"unit:{HOUSING}", "request-confirm", "r-refused", fulfilled=True)
    add(d("2022-10-10"), f"unit:{TELECOM}", "request", hour=9, task="10", label="r-accepted", body={"milestone": "10.3-m2", "to": MOBILE, "limit": "2022-12-10", "text": "请配合完成乡镇光纤端口核验。"})
    follow("2022-10-12", f"unit:{MOBILE}", "request-answer", "r-accepted", accepted=True)
    follow("2022-12-08", f"unit:{MOBILE}", "request-fulfil", "r-accepted", narrative="端口核验表已报送。", evidence=evidence(d("2022-12-08"), MOBILE, "端口核验表"))
    add(d("2021-08-20"), "office", "urge", hour=10, task="9", label="u-housing", body={"units": [HOUSING], "milestones": ["9.4.2-m1", "9.4.2-m3"], "limit": "2021-09-10", "text": "两项均已逾期，请说明进展。"})
    follow("2021-09-08", f"unit:{HOUSING}", "urge-reply", "u-housing", text="已倒排工期。")
    add(d("2022-03-10"), "leader", "instruction", hour=10, task="9", label="i-heat", body={"units": [HOUSING, ENERGY], "milestones": ["9.4.2-m1"], "limit": "2022-04-10", "text": "供热报装久拖未决，请两局提出办法。"})
    follow("2022-04-02", f"unit:{ENERGY}", "instruction-reply", "i-heat", text="已形成交接方案。")
    add(d("2022-09-05"), "office", "order", hour=10, task="2", label="o-approval", body={"units": [APPROVAL], "milestones": ["2.2-m2"], "limit": "2022-10-10", "text": "事项逾期八个月，限期办理并书面答复。"})
    follow("2022-09-06", "leader", "order-sign", "o-approval")
    add(d("2022-09-05"), "office", "order", hour=11, task="9", label="o-energy", body={"units": [ENERGY], "milestones": ["9.4.2-m3"], "limit": "2022-10-10", "text": "请报送交接后的工作安排。"})
    follow("2022-09-06", "leader", "order-sign", "o-energy", hour=11)
    follow("2022-09-28", f"unit:{ENERGY}", "order-reply", "o-energy", text="安排已报送，十一月起分片推进。", evidence=evidence(d("2022-09-28"), ENERGY, "供热报装工作安排"))
    follow("2022-10-14", "office", "order-close", "o-energy", person="inspector", finding="答复属实。")
    add(d("2022-05-05"), "unit:science-technology-bureau", "dispute", hour=10, task="16", label="d-science", body={"reason": "执法职责不在本局。"})
    follow("2022-05-06", "approver:science-technology-bureau", "dispute-release", "d-science")
    follow("2022-05-12", "leader", "dispute-decide", "d-science", upheld=False, reason="职责已由编制部门明确划转。")


def complaints(add, _):
    def register(on, key, text, **body):
        add(d(on), "office", "complaint-register", hour=9, key=key, body={"kind": "complaint", "channel": "hotline", "text": text, **body})

    def handled(on, key, unit, resolved, satisfaction, asked_on, text):
        add(d(on), "office", "complaint-dispatch", hour=10, key=key, body={"units": [unit]})
        add(d(resolved), f"unit:{unit}", "complaint-answer", hour=11, key=key, label=key + "-a", body={"kind": "resolution", "text": text})
        add(d(resolved), f"approver:{unit}", "complaint-release", hour=14, key=key, body={"answer": f"@{key}-a"})
        if satisfaction:
            add(d(asked_on), "office", "complaint-satisfaction", hour=10, key=key, body={"satisfaction": satisfaction})

    register("2022-03-01", "h-2022-01", "企业反映用电报装材料重复提交。", task="9")
    handled("2022-03-01", "h-2022-01", ENERGY, "2022-03-01", "satisfied", "2022-03-09", "已取消重复材料。")
    register("2022-04-11", "h-2022-02", "企业反映供热报装无人受理。", task="9", milestone="9.4.2-m1")
    handled("2022-04-11", "h-2022-02", HOUSING, "2022-04-20", "unsatisfied", "2022-04-28", "已转供热企业。")
    register("2022-06-06", "h-2022-03", "供热报装仍无人受理。", task="9", milestone="9.4.2-m1")
    add(d("2022-06-06"), "office", "complaint-link", hour=11, key="h-2022-03", body={"earlier": "h-2022-02", "reason": "同一企业同一事项。"})
    register("2022-09-14", "h-2022-04", "企业反映供热报装系统不能使用。", task="9", milestone="9.4.2-m3")
    handled("2022-09-14", "h-2022-04", ENERGY, "2022-09-15", None, None, "系统正在调试。")
    add(d("2022-09-26"), "office", "complaint-uphold", hour=10, key="h-2022-04", person="inspector", body={"unit": ENERGY, "milestones": ["9.4.2-m3"], "deliverableAbsent": True, "heardOn": "2022-09-23", "heard": "该局称系统未验收。", "finding": "现场试用，系统不能提交申请。"})
    add(d("2022-10-08"), "office", "complaint-exposure", hour=10, key="h-2022-04", label="h-2022-04-x", body={"visibility": "public", "publicText": "供热报装系统上线后不能受理申请，已责成整改。"})
    add(d("2022-10-10"), "leader", "exposure-decision", hour=10, key="h-2022-04", body={"exposure": "@h-2022-04-x", "approved": True})
    add(d("2022-11-07"), "office", "complaint-register", hour=9, key="h-2022-05", body={"kind": "tip", "channel": "letter", "text": "举报窗口人员索要额外材料。", "task": "2"})
    add(d("2022-11-07"), "leader", "tip-officer", hour=10, key="h-2022-05", body={"officer": "office/keeper"})


def registers(add, evidence):
    def item(on, unit, register, values, hour=9, **texts):
        add(d(on), f"unit:{unit}", "register-item", hour=hour, key=register, body={"values": values, "texts": texts})

    federation = "federation-of-industry-commerce"
    item("2021-09-10", federation, "arrears", {"debtor": HOUSING, "amount": 128.5, "due": "2021-12-31"}, party="演示企业甲")
    item("2021-09-10", federation, "arrears", {"debtor": TRANSPORT, "amount": 64, "due": "2022-06-30"}, hour=10, party="演示企业乙")
    add(d("2022-01-10"), f"unit:{federation}", "register-change", hour=10, key="arrears-1", body={"values": {"paid": 128.5}})
    add(d("2022-01-11"), f"unit:{federation}", "register-settlement", hour=10, key="arrears-1", label="arrears-1-c", body={"evidence": evidence(d("2022-01-11"), federation, "清欠支付凭证"), "narrative": "已全额支付。"})
    add(d("2022-01-12"), f"approver:{federation}", "register-release", hour=10, key="arrears-1", body={"claim": "@arrears-1-c"})
    add(d("2022-01-14"), "office", "register-confirmation", hour=10, key="arrears-1", body={"claim": "@arrears-1-c", "finding": "核对银行回单，属实。"})
    item("2022-02-15", DEVELOPMENT, "investment-promises", {"promiser": "commerce-bureau", "amount": 300, "paid": 100, "due": "2022-12-31"}, party="演示企业丙", policy="固定资产投资奖励")
    add(d("2023-01-09"), "office", "register-dispatch", hour=10, key="investment-promises", body={"period": "2022H2", "note": "至年末没有逾期事项；一项于年末到期、尚未全部兑现，已提醒承诺单位。"})


def notices(add, evidence):
    first(add, evidence)
    second(add)


def chain(add, half):
    """Acts of one notice; `entry` is the ordinal that the draft gave it."""
    def act(on, account, name, entry=None, hour=10, person=None, label=None, **body):
        line = {"halfYear": half, "body": body}
        if entry:
            line["key"] = f"{half}-{entry:02}"
        if person:
            line["person"] = person
        if label:
            line["label"] = label
        add(d(on), account, name, hour=hour, **line)

    return act


def drafted(act, on, feedback, approved, signed, number, letters):
    act(on, "office", "notice-draft")
    act(feedback, "office", "notice-feedback", hour=15, number=letters, signatory="演示处长甲", signedOn=feedback)
    act(approved, "office", "notice-approval", person="director")
    act(signed, "leader", "notice-signature", number=number, signatory="演示领导甲", signedOn=signed)
    act(signed, "group-office", "notice-publication", hour=16, visibility="public")


def first(add, evidence):
    """2022H1: fed back, objected to, signed, reviewed, mended, sent back, followed up, and one that nobody mends."""
    act = chain(add, "2022H1")
    drafted(act, "2022-07-18", "2022-07-20", "2022-07-29", "2022-08-01", "演示通报〔2022〕1号", "演示征函〔2022〕1号")
    # 21.1-m3@2021: the figures come from the autonomous region; a second person agrees.
    add(d("2022-07-19"), "office", "notice-strike", hour=10, halfYear="2022H1", label="strike-1", body={"entry": "2022H1-05", "reason": "评价结果待上级下发，非单位原因。"})
    act("2022-07-19", "office", "notice-confirmation", hour=14, person="reviewer", change="@strike-1", agreed=True)
    act("2022-07-22", f"unit:{ENERGY}", "notice-objection", 6, label="objection-1", grounds="三项均为今年三月移交，前期逾期不应由本局承担。")
    act("2022-07-22", f"approver:{ENERGY}", "notice-objection-release", 6, hour=15, objection="@objection-1")
    act("2022-07-26", "office", "notice-objection-answer", 6, person="reviewer", objection="@objection-1", outcome="rejected", reason="条目只计入移交之后的天数。")
    act("2022-08-02", "leader", "letter-signature", 9, number="演示函〔2022〕1号", signatory="演示领导甲", superior="自治区税务局", signedOn="2022-08-02")
    act("2022-08-19", "office", "letter-reply", 9, repliedOn="2022-08-18", reply="已列入督办，年内完成。")
    act("2022-08-15", "unit:science-technology-bureau", "notice-review", 8, label="review-1", grounds="职责划转未满两月。")
    act("2022-08-16", "approver:science-technology-bureau", "notice-review-release", 8, review="@review-1")
    act("2022-09-05", "group-office", "notice-review-decision", 8, review="@review-1", upheld=False, reason="天数自划转之日起算，计算无误。")
    for n, (entry, limit) in enumerate(((1, "2022-10-31"), (3, "2022-11-30"), (7, "2022-10-31")), 1):
        act("2022-08-03", "office", "rectification-order", entry, measures="逐项明确责任人、完成时限和验收标准，限期办结。", limit=limit,
            number=f"演示整改〔2022〕{n}号", signatory="演示处长甲", signedOn="2022-08-03")
    act("2022-10-20", f"unit:{JUSTICE}", "rectification-report", 7, label="mended-1", narrative="逾期节点已办结并通过核验，后续进展按月报送。", evidence=evidence(d("2022-10-20"), JUSTICE, "整改报告"))
    act("2022-10-20", f"approver:{JUSTICE}", "rectification-release", 7, hour=15, report="@mended-1")
    act("2022-10-28", "office", "rectification-discharge", 7, person="inspector", report="@mended-1", finding="现场核查，节点已办结，整改措施落实。")
    act("2022-12-15", "office", "rectification-follow-up", 7, person="reviewer", outcome="holds", finding="回访三户企业，未见反弹。", evidence=[])
    act("2022-11-25", f"unit:{HOUSING}", "rectification-report", 3, label="mended-2", narrative="已召开推进会。", evidence=evidence(d("2022-11-25"), HOUSING, "推进会纪要"))
    act("2022-11-25", f"approver:{HOUSING}", "rectification-release", 3, hour=15, report="@mended-2")
    act("2022-12-05", "office", "rectification-return", 3, person="inspector", report="@mended-2", reason="只有会议纪要，未见完成事项。")
    act("2023-01-18", "office", "accountability-proposal", 1, label="proposal-1", reason="经督办仍未办理，责任不落实。", number="演示请〔2023〕1号", signatory="演示主任甲", signedOn="2023-01-18")
    act("2023-01-30", "leader", "accountability-decision", 1, proposal="@proposal-1", approved=True, reason="同意移交。")
    act("2023-02-06", "office", "accountability-hand-over", 1, proposal="@proposal-1", organ="市纪委监委", number="演示移送〔2023〕1号", evidence=[])
    act("2023-04-10", "office", "accountability-result", 1, proposal="@proposal-1", concludedOn="2023-04-07", result="对分管负责人批评教育，责令书面检查。", evidence=evidence(d("2023-04-10"), "office", "处理结果回函"))


def second(add):
    """2022H2: signed; its rectifications run when the demonstration begins."""
    act = chain(add, "2022H2")
    drafted(act, "2023-01-18", "2023-01-19", "2023-02-03", "2023-02-06", "演示通报〔2023〕1号", "演示征函〔2023〕1号")
    for n, entry in enumerate((1, 4), 1):
        act("2023-02-08", "office", "rectification-order", entry, measures="对照通报逐项整改，按月报送进度。", limit="2023-07-31",
            number=f"演示整改〔2023〕{n}号", signatory="演示处长甲", signedOn="2023-02-08")


def appraisals(add, _):
    def ballots(on, year, unit, body, number, satisfied, fairly):
        counts = [{"aspect": aspect, "grade": grade, "count": count} for aspect in ("attitude", "quality", "policy")
                  for grade, count in (("satisfied", satisfied), ("fairly", fairly), ("poor", number - satisfied - fairly))]
        add(on, "deputies-office", "ballots", hour=10, key=str(year), body={"unit": unit, "body": body, "ballots": number, "counts": counts})

    for year, voices in ((2021, {ENERGY: (34, 4), HOUSING: (18, 12), APPROVAL: (30, 6)}), (2022, {ENERGY: (31, 6), HOUSING: (14, 14), APPROVAL: (22, 9), DEVELOPMENT: (33, 5)})):
        add(dt.date(year, 5 if year == 2021 else 1, 6), "group-office", "appraisal-rules", hour=9, key=str(year))
        add(dt.date(year, 12, 1), "group-office", "appraisal-open", hour=9, key=str(year))
        for unit, (satisfied, fairly) in voices.items():
            ballots(dt.date(year, 12, 20), year, unit, "congress", 40, satisfied, fairly)
            ballots(dt.date(year, 12, 21), year, unit, "cppcc", 30, satisfied * 3 // 4, fairly * 3 // 4)
        add(dt.date(year, 12, 28), "deputies-office", "ballots-publish", hour=10, key=str(year), person="second", body={})
        add(dt.date(year + 1, 1, 20), "group-office", "appraisal-score", hour=10, key=str(year))
        add(dt.date(year + 1, 2, 8), "leader", "appraisal-publish", hour=10, key=str(year), body={"effectiveOn": f"{year + 1}-02-08"})
        add(dt.date(year + 1, 3, 1), "group-office", "award", hour=10, key=str(year), body={"unit": ENERGY if year == 2021 else DEVELOPMENT, "basis": f"演示表彰决定〔{year + 1}〕1号"})


def inspections(add, evidence):
    """2022H1's spot checks, one of them failed after the last round closed; a falsehood found and upheld in the round that is still open."""
    checked = dict(halfYear="2022H1", person="inspector")
    add(d("2022-07-20"), "office", "spot-check-draw", hour=11, halfYear="2022H1")
    # What is drawn follows from the tree as it is loaded: a line says only which of those drawn it is about.
    add(d("2022-08-10"), "office", "spot-check", hour=10, key="2", **checked, body={"outcome": "passed", "finding": "现场核查，办结事项运行正常。"})
    add(d("2023-04-18"), "office", "spot-check", hour=10, key="1", **checked, body={"outcome": "failed", "finding": "回访企业并现场查看，所报成果未投入使用。", "evidence": evidence(d("2023-04-18"), "office", "抽查现场记录")})
    add(d("2023-07-03"), "office", "finding", hour=10, person="inspector-c", halfYear="2023H1", label="finding-hollow", body={
        "task": "16", "milestones": ["16.3-m2"], "unit": "science-technology-bureau", "category": "hollow", "facts": ["@16.3-m2-c1"], "finding": "申报的五件证明商标中有两件尚未核准注册，办结材料与查询结果不符。", "evidence": evidence(d("2023-07-03"), "office", "商标注册查询记录")})
    add(d("2023-07-05"), "office", "finding-uphold", hour=15, person="inspector-b", halfYear="2023H1", body={"finding": "@finding-hollow", "reason": "复核注册查询结果，情况属实。"})
