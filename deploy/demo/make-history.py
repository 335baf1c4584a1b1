"""Makes history.ndjson: an invented, seeded history of the reference plan, 2021-04 to 2023-07. Standard library only."""
import datetime as dt
import hashlib
import json
import pathlib
import random

import cycle

HERE = pathlib.Path(__file__).parent
PLAN = json.loads((HERE / "../plans/tongliao-2021-2023/plan.json").read_text(encoding="utf-8"))
RNG = random.Random(20210426)
ISSUED = dt.date(2021, 4, 26)
TODAY = dt.date(2023, 7, 7)
CLOSINGS = {"2021H1": dt.date(2021, 7, 15), "2021H2": dt.date(2022, 1, 17), "2022H1": dt.date(2022, 7, 15), "2022H2": dt.date(2023, 1, 16)}
LINES = []


def add(day, account, act, hour=None, **rest):
    moment = dt.datetime.combine(day, dt.time(hour if hour is not None else RNG.randint(9, 17), RNG.randint(0, 59), RNG.randint(0, 59)))
    LINES.append((moment, len(LINES), {"at": moment.isoformat() + "+08:00", "as": account, "act": act, **rest}))


def iso(day):
    return day.isoformat()


def evidence(day, unit, *parts):
    """A small file that the unit, or the office, uploads on the day, before whatever cites it."""
    text = f"演示佐证材料：{'，'.join(map(str, parts))}（{NAMES.get(unit, '督查室')}，{iso(day)}）。非真实材料。\n"
    add(day, f"unit:{unit}" if unit in NAMES else unit, "evidence", hour=8, body={"text": text})
    return [hashlib.sha256(text.encode()).hexdigest()]


def period_end(day, every):
    months = {"month": 1, "quarter": 3, "halfYear": 6, "year": 12}[every]
    last = (day.month - 1) // months * months + months
    return dt.date(day.year + last // 12, last % 12 + 1, 1) - dt.timedelta(1)


def occurrences(milestone):
    """As the ledger expands them: one for each period that ends within the plan."""
    recurrence = milestone.get("recurrence", {})
    if "every" not in recurrence:
        return
    every, day = recurrence["every"], dt.date.fromisoformat(recurrence.get("from") or milestone.get("start") or PLAN["period"]["from"])
    while day <= dt.date.fromisoformat(recurrence.get("until") or PLAN["period"]["to"]):
        end = period_end(day, every)
        name = {"year": f"{end.year}", "halfYear": f"{end.year}H{1 if end.month == 6 else 2}", "quarter": f"{end.year}Q{end.month // 3}", "month": f"{end:%Y-%m}"}[every]
        yield f"{milestone['id']}@{name}", day, end
        day = end + dt.timedelta(1)


def walk(task, measures, leads, cooperating):
    for measure in measures:
        own, with_ = measure.get("leads", leads), measure.get("cooperating", cooperating)
        yield task, measure, own, with_
        yield from walk(task, measure.get("measures", []), own, with_)


MEASURES = [m for t in PLAN["tasks"] for m in walk(t, t["measures"], t["leads"], t.get("cooperating", []))]
GROUPS = {u["id"] for u in PLAN["units"] if u["kind"] == "group"}
NAMES = {u["id"]: u["name"] for u in PLAN["units"]} | cycle.REGIONS

# Cases that a reader finds in README.md. Everything else falls by the dice.
CASES = {
    "9.3.2-m1": "untrue-reclaimed", "12.1-m1": "untrue-reclaimed",
    "9.4.2-m2": "untrue-abandoned", "4.1-m1": "untrue-abandoned",
    "19.4-m1": "incomplete-mended", "7.2-m1": "incomplete-mended",
    "20.1-m1": "incomplete-late",
    "9.3.1-m3": "verified-late", "5.1-m1": "verified-late",
    "9.4.3-m5": "unreleased",
    "5.2-m1": "untrue-abandoned", "5.3-m3": "untrue-reclaimed", "4.3-m1": "open", "2.2-m2": "open", "9.3.1-m2": "open", "22.1-m2@2022": "late", "10.3-m2": "on-time",
    "2.1-m5": "open", "16.1-m1@2021": "open", "9.4.2-m1": "open", "9.4.2-m3": "open", "9.3.3-m1": "open", "10.3-m1": "late",
    "17.1-m1": "on-time", "3.1-m2": "on-time", "3.1-m3": "late", "9.2.1-m2": "on-time", "9.2.2-m1": "on-time", "9.2.2-m2": "late",
}
SILENT = {"16.2", "21.4", "8.1"}
# Sub-items and tasks that change hands: (measure or None, task) -> (new lead, effective, recorded).
HANDED = {
    "9.4.2": ("energy-bureau", dt.date(2022, 3, 1), dt.date(2022, 2, 25)),
    "21.4": ("education-bureau", dt.date(2022, 2, 1), dt.date(2022, 6, 20)),
    "16": ("science-technology-bureau", dt.date(2022, 5, 1), dt.date(2022, 4, 28)),
}
LEADERS = {"1": ("vice-mayor-a", "演示领导甲"), "2": ("vice-mayor-b", "演示领导乙"), "3": ("vice-mayor-c", "演示领导丙"), "4": ("vice-mayor-d", "演示领导丁")}
SOURCES = ["政务服务一体化平台", "工程审批系统", "电子税务局", "营销业务系统", "部门统计台账", "企业登记系统"]
DOINGS = ["已召开专题推进会，明确分工和时限", "工作方案已印发，各旗县市区同步部署", "系统改造完成联调，正在试运行", "流程再造方案通过审核，窗口人员完成培训",
          "办事指南修订完成并公开", "开展实地走访，收集企业意见并逐条办理", "数据接口已打通，正在核对历史数据", "配套制度进入征求意见阶段"]


def lead_of(measure_id, task_no, leads, day):
    for key in (measure_id, str(task_no)):
        if key in HANDED and day >= HANDED[key][1]:
            return [HANDED[key][0]]
    return leads


def value_for(indicator, target, good):
    comparator, value = target["comparator"], target.get("value")
    if comparator == "atMost":
        return round(value * (RNG.uniform(0.7, 1.0) if good else RNG.uniform(1.05, 1.4)), 1) if value > 2 else (value if good else value + 0.5)
    if comparator == "atLeast":
        cap = 100 if indicator["unit"] == "%" else 10 ** 6
        return min(cap, round(value * RNG.uniform(1.0, 1.05))) if good else round(value * RNG.uniform(0.7, 0.95), 1)
    if comparator == "between":
        return value if good else value - 1
    if comparator == "equal":
        return value if good else value + 1
    return RNG.randint(85, 100)


def metric(day, unit, task, indicator, target, good, effective, label=None):
    body = {"indicator": indicator["id"], "value": value_for(indicator, target, good), "measuredIn": indicator["unit"], "effectiveOn": iso(effective), "source": RNG.choice(SOURCES)}
    if any(t["comparator"] == "betterThan" for t in indicator["targets"]):
        body["benchmark"] = round(body["value"] * (1.2 if good else 0.9), 1)
    add(day, f"system:{unit}", "metric", hour=8, task=str(task), body=body, **({"label": label} if label else {}))


def typed(day, unit, task, label, released, **body):
    """A figure typed by hand, which counts when the unit's approver has released it."""
    add(day, f"unit:{unit}", "metric", hour=10, task=task, label=label, body=body)
    if released:
        add(released, f"approver:{unit}", "figure-release", hour=16, task=task, claim="@" + label)


def mended(day, unit, task, entry, label, released, **body):
    """A correction typed by hand."""
    add(day, f"unit:{unit}", "correct", hour=10, task=task, label=label, body={"entry": "@" + entry, **body})
    add(released, f"approver:{unit}", "figure-release", hour=16, task=task, claim="@" + label)


def systems():
    """Each unit whose business system reports figures has it registered by its approver."""
    for unit in sorted({line["as"].split(":")[1] for _, _, line in LINES if line["act"] == "metric" and line["as"].startswith("system:")}):
        add(ISSUED + days(1), f"approver:{unit}", "system", hour=7, key=unit, body={"system": f"system:{unit}", "name": NAMES[unit] + "业务系统"})


def claim(milestone, unit, effective, recorded, label):
    add(recorded, f"unit:{unit}", "claim", hour=10, milestone=milestone, label=label,
        body={"effectiveOn": iso(effective), "narrative": "对照措施要求逐项自查，已按要求完成，现申请办结。", "evidence": evidence(recorded, unit, milestone, label)})


def release(milestone, unit, day, label):
    add(day, f"approver:{unit}", "release", hour=11, milestone=milestone, claim="@" + label)


def verify(milestone, day, label):
    add(day, "office", "verify", hour=15, milestone=milestone, body={"claim": "@" + label, "finding": RNG.choice(["查阅佐证材料并抽查办件，情况属实。", "现场核查并随机回访企业，达到要求。", "材料齐全，系统数据与申报一致。"])})


def send_back(milestone, day, label, ground, reason):
    add(day, "office", "return", hour=15, milestone=milestone, body={"claim": "@" + label, "ground": ground, "reason": reason})


def days(n):
    return dt.timedelta(n)


def tell(task, measure, leads, milestone, mid, start, due, indicators):
    """One milestone's life; gives the day on which its measure needs no more reports."""
    case = CASES.get(mid) or RNG.choices(["on-time", "late", "open"], [82, 11, 7])[0]
    earliest = max(ISSUED + days(1), start or ISSUED)
    effective = max(earliest, due - days(RNG.randint(0, 18)))
    if case == "late" or case == "incomplete-late":
        effective = due + days(RNG.randint(6, 55))
    if case == "untrue-reclaimed":
        effective = due - days(2)
    recorded = effective + days(RNG.randint(0, 3))
    unit = RNG.choice(lead_of(measure["id"], task["number"], leads, recorded))
    label = mid.replace("@", "-") + "-c1"
    if case == "open" or recorded > TODAY - days(1):
        return dt.date.max
    for indicator, target in indicators:
        metric(recorded, unit, task["number"], indicator, target, RNG.random() < 0.9 or case == "on-time", effective)
    claim(mid, unit, effective, recorded, label)
    if case == "unreleased":
        return dt.date.max
    released = recorded + days(1)
    release(mid, unit, released, label)
    judged = released + days(RNG.randint(5, 16))
    if case == "verified-late":
        judged = released + days(RNG.randint(38, 60))
    if case in ("untrue-reclaimed", "untrue-abandoned"):
        send_back(mid, judged, label, "untrue", "现场核查未见申报的系统功能，所附材料为计划稿，申报不实。")
        if case == "untrue-abandoned":
            return dt.date.max
        again = judged + days(RNG.randint(30, 45))
        unit, second = RNG.choice(lead_of(measure["id"], task["number"], leads, again)), label[:-1] + "2"
        claim(mid, unit, again, again, second)
        release(mid, unit, again + days(1), second)
        verify(mid, again + days(9), second)
        return again
    if case in ("incomplete-mended", "incomplete-late"):
        send_back(mid, judged, label, "incomplete", "缺少加盖公章的正式文本，请补齐后重报。")
        again, second = judged + days(2 if case == "incomplete-mended" else 30), label[:-1] + "2"
        claim(mid, unit, again, again, second)
        release(mid, unit, again, second)
        verify(mid, again + days(8), second)
        return again
    if judged <= TODAY:
        verify(mid, judged, label)
    return effective


def reports(task, measure, leads, cooperating, lives):
    """Regular reports: monthly where a date is near or past, else every eleven weeks."""
    if measure["id"] in SILENT:
        return
    day, n = ISSUED + days(RNG.randint(8, 20)), 0
    while day <= TODAY:
        near = any((due - day).days <= 95 for due, done in lives if done > day)
        if not lives or any(done > day for _, done in lives):
            unit = RNG.choice(lead_of(measure["id"], task["number"], leads, day))
            if n % 5 == 4 and [c for c in cooperating if c not in GROUPS]:
                unit = RNG.choice([c for c in cooperating if c not in GROUPS])
            n += 1
            body = {"measure": measure["id"], "effectiveOn": iso(day), "narrative": f"{measure['title']}：{RNG.choice(DOINGS)}。", "percent": min(95, 8 * n)}
            if n % 7 == 6:
                body = {"measure": measure["id"], "effectiveOn": iso(day), "noChange": True}
            add(day + days(RNG.choice([0, 0, 0, 1, 2])), f"unit:{unit}", "progress", task=str(task["number"]), body=body)
        day += days(RNG.randint(24, 29) if near else RNG.randint(70, 85) if lives else RNG.randint(150, 175))


def plan_life():
    for task, measure, leads, cooperating in MEASURES:
        if any(lead in GROUPS for lead in leads):
            continue
        lives = []
        for milestone in measure.get("milestones", []):
            indicators = [(i, t) for i in measure.get("indicators", []) if not i.get("factOnly") for t in i["targets"] if t.get("milestone") == milestone["id"]]
            if milestone.get("recurrence"):
                for mid, start, due in occurrences(milestone):
                    if due <= TODAY:
                        lives.append((due, tell(task, measure, leads, milestone, mid, start, due, indicators)))
            elif milestone.get("due"):
                due = dt.date.fromisoformat(milestone["due"])
                lives.append((due, tell(task, measure, leads, milestone, milestone["id"], None, due, indicators) if due <= TODAY else dt.date.max))
        reports(task, measure, leads, cooperating, lives)
        for indicator in measure.get("indicators", []):
            # Standing figures without a milestone: twice a year.
            if not indicator.get("factOnly") and not any(t.get("milestone") for t in indicator["targets"]) and indicator["targets"] and RNG.random() < 0.8:
                for half in (dt.date(2021, 6, 28), dt.date(2021, 12, 28), dt.date(2022, 6, 28), dt.date(2022, 12, 28), dt.date(2023, 6, 28)):
                    metric(half + days(1), RNG.choice(lead_of(measure["id"], task["number"], leads, half)), task["number"], indicator, indicator["targets"][-1], RNG.random() < 0.85, half)


def acknowledgements():
    for task in PLAN["tasks"]:
        units = {lead for t, _, leads, _ in MEASURES if t is task for lead in leads if lead not in GROUPS}
        for unit in sorted(units):
            if (task["number"], unit) in {(11, "finance-office"), (13, "procuratorate"), (22, "pboc-tongliao")}:
                continue
            late = (task["number"], unit) in {(19, "development-reform-commission"), (8, "market-regulation-bureau")}
            add(ISSUED + days(RNG.randint(30, 38) if late else RNG.randint(1, 6)), f"unit:{unit}", "acknowledge", hour=8, task=str(task["number"]), body={})


def leaders():
    for task in PLAN["tasks"]:
        slug, name = LEADERS[task["area"]]
        add(dt.date(2021, 5, 12), "group-office", "leader", task=str(task["number"]), body={"leader": slug, "name": name, "basis": "市政府领导分工（演示）", "effectiveOn": "2021-05-12"})
    add(dt.date(2022, 9, 5), "group-office", "leader", task="9", body={"leader": "vice-mayor-e", "name": "演示领导戊", "basis": "市政府领导分工调整（演示）", "effectiveOn": "2022-09-01"})


def handovers():
    for key, (unit, effective, recorded) in HANDED.items():
        body = {"leads": [unit], "effectiveOn": iso(effective), "reason": "部门职责调整，由承接单位继续推进。", "basis": "通政办字〔2022〕演示号"}
        if "." in key:
            body["measure"] = key
            if key == "9.4.2":
                body["cooperating"] = ["housing-construction-bureau", "development-reform-commission", "transport-bureau", "heating-companies"]
            if key == "21.4":
                body["cooperating"] = ["development-reform-commission", "culture-tourism-bureau", "health-commission", "civil-affairs-bureau", "healthcare-security-bureau", "human-resources-bureau"]
        else:
            body["cooperating"] = ["market-regulation-bureau", "industry-bureau", "justice-bureau", "finance-bureau", "public-security-bureau", "intermediate-court", "procuratorate"]
        add(recorded, "group-office", "lead", hour=9, task=key.split(".")[0], body=body)


def late_bursts():
    """Entries for the past half-year, in the days before its round closes."""
    for unit, task, measure, first in [("market-regulation-bureau", 14, "14.2", dt.date(2022, 1, 11)), ("human-resources-bureau", 15, "15.1", dt.date(2022, 1, 12)), ("finance-bureau", 20, "20.2", dt.date(2022, 7, 11))]:
        for n in range(4):
            effective = first - days(45 + 22 * n)
            add(first + days(n % 3), f"unit:{unit}", "progress", task=str(task), body={"measure": measure, "effectiveOn": iso(effective), "narrative": "补报前期工作情况。", "percent": 60 - 10 * n})
    # After the closing: into a closed half-year.
    add(dt.date(2022, 8, 2), "unit:industry-bureau", "progress", task="9", body={"measure": "9.2.1", "effectiveOn": "2022-06-20", "narrative": "补报上半年配合事项。"})


def corrections():
    figure = {"indicator": "3.1-i3", "measuredIn": "工作日", "source": "企业登记系统"}
    typed(dt.date(2021, 6, 18), "admin-approval-bureau", "3", "opening-time", dt.date(2021, 6, 18), **figure, value=0.9, effectiveOn="2021-06-15")
    mended(dt.date(2021, 9, 8), "admin-approval-bureau", "3", "opening-time", "opening-time-again", dt.date(2021, 9, 8), value=1.4, reason="原数据未计入补正时间，更正统计口径。")
    mended(dt.date(2021, 9, 22), "admin-approval-bureau", "3", "opening-time-again", "opening-time-third", dt.date(2021, 9, 23), value=1.3, reason="再次核对样本后更正。")
    add(dt.date(2021, 11, 4), "unit:tax-bureau", "progress", task="5", label="twice", body={"measure": "5.2", "effectiveOn": "2021-11-03", "narrative": "减税降费宣传辅导活动开展两场。"})
    add(dt.date(2021, 11, 5), "unit:tax-bureau", "correct", task="5", body={"entry": "@twice", "withdrawn": True, "reason": "重复填报，撤回。"})
    typed(dt.date(2022, 3, 2), "telecom-construction-office", "10", "gigabit", dt.date(2022, 3, 3), indicator="10.3-i1", value=61, measuredIn="%", effectiveOn="2022-02-28", source="行业统计")
    mended(dt.date(2022, 3, 9), "telecom-construction-office", "10", "gigabit", "gigabit-again", dt.date(2022, 3, 10), value=58.5, reason="剔除在建端口。")
    # Nobody has released this one: it counts for nothing and shows as waiting.
    typed(dt.date(2023, 7, 3), "telecom-construction-office", "10", "gigabit-waiting", None, indicator="10.3-i1", value=88, measuredIn="%", effectiveOn="2023-06-30", source="行业统计")


def steps():
    for n, (owner, due, done) in enumerate([("state-grid-tongliao", "2022-03-31", dt.date(2022, 4, 6)), ("state-grid-tongliao", "2022-06-30", dt.date(2022, 7, 5)), ("industry-bureau", "2022-09-30", None)], 1):
        add(dt.date(2021, 11, 8), "unit:energy-bureau", "step", hour=9 + n, task="9", body={"milestone": "9.2.1-m2", "owner": owner, "due": due, "deliverable": ["终端配发到全部供电所", "业务人员全员培训考核", "与企业服务平台对接"][n - 1]})
        if done:
            add(done, "office", "confirm", task="9", step=f"9.2.1-m2-s{n}", body={})


def step_reports():
    """Told last, so that nothing drawn before moves: a step is confirmed only once its owner has reported it."""
    for n, done in [(1, dt.date(2022, 4, 6)), (2, dt.date(2022, 7, 5))]:
        files = evidence(done - dt.timedelta(1), "state-grid-tongliao", "分解事项", n)
        add(done, "unit:state-grid-tongliao", "step-report", hour=8, task="9", step=f"9.2.1-m2-s{n}", body={"effectiveOn": iso(done), "narrative": "已完成，材料附后。", "evidence": files})


def noticed():
    """What a notice named is closed before its rectification is discharged."""
    claim(cycle.MENDED, cycle.JUSTICE, dt.date(2022, 10, 10), dt.date(2022, 10, 10), cycle.MENDED + "-c1")
    release(cycle.MENDED, cycle.JUSTICE, dt.date(2022, 10, 11), cycle.MENDED + "-c1")
    verify(cycle.MENDED, dt.date(2022, 10, 18), cycle.MENDED + "-c1")


def waiting():
    """Claims that wait for a verdict when the demonstration begins."""
    for milestone, unit in [("4.1-m8", "admin-approval-bureau"), ("9.4.3-m10", "housing-construction-bureau")]:
        claim(milestone, unit, dt.date(2023, 6, 27), dt.date(2023, 6, 28), milestone + "-w")
        release(milestone, unit, dt.date(2023, 6, 29), milestone + "-w")


def schemes():
    """A scheme of two teams for each round, approved before it opens."""
    areas = [[str(t["number"]) for t in PLAN["tasks"] if (t["area"] in ("1", "2")) == first] for first in (True, False)]
    inspectors = [("office", "office/inspector-a"), ("office/inspector-b", "office/inspector-c")]
    for half in [*CLOSINGS, "2023H1"]:
        day = dt.date(int(half[:4]), 6 if half.endswith("1") else 12, 20)
        add(day, "office", "scheme", hour=9, halfYear=half, body={
            "purpose": "核实任务节点和指标数据，抽查办结质量，督促问题整改。",
            "teams": [{"name": f"team-{n}", "members": [{"sub": s, "homeUnit": "supervision-office"} for s in subs], "tasks": tasks} for n, (subs, tasks) in enumerate(zip(inspectors, areas), 1)]})
        add(day + days(3), "leader", "scheme-approve", hour=9, halfYear=half, body={})


def inspecting():
    """Verdicts and a finding of the last closed round."""
    for person, task, verdict, finding in [("inspector-a", "3", "yellow", "窗口实测与填报基本一致，个别环节仍需现场补件。"), ("inspector-a", "9", "red", "供水供气接入事项进度明显滞后。"), ("inspector-c", "20", "green", "系统运行正常，抽查项目程序完整。")]:
        add(dt.date(2023, 1, 10), "office", "verdict", hour=10, person=person, halfYear="2022H2", body={"task": task, "verdict": verdict, "finding": finding})
    add(dt.date(2023, 1, 10), "office", "finding", hour=11, person="inspector-a", halfYear="2022H2", body={
        "task": "9", "milestones": ["9.4.2-m2"], "unit": "energy-bureau", "category": "slow", "facts": ["@9.4.2-m2-c1"], "finding": "退回后长期未组织整改，责任链条不清。"})


def rounds():
    for half, closing in CLOSINGS.items():
        add(dt.date(int(half[:4]), 6 if half.endswith("1") else 12, 25), "office", "open", hour=9, halfYear=half)
        add(closing, "office", "close", hour=18, halfYear=half)
    add(dt.date(2023, 6, 26), "office", "open", hour=9, halfYear="2023H1")


add(ISSUED, "group-office", "issue", hour=7, plan=PLAN["id"])
for part in (acknowledgements, leaders, plan_life, handovers, late_bursts, corrections, steps, waiting, rounds, systems, schemes, inspecting):
    part()
cycle.write(add, evidence)
step_reports()
noticed()
LINES.sort(key=lambda line: (line[0], line[1]))
TASK_OF = {m["id"]: str(t["number"]) for t, measure, _, _ in MEASURES for m in measure.get("milestones", [])}
seen, kept = set(), []
for moment, n, line in LINES:
    if line["as"].endswith(":" + cycle.FORMER) and iso(moment.date()) >= cycle.RENAMED:
        # From its day on the successor acts, on what falls on its own days.
        if line.get("body", {}).get("effectiveOn", cycle.RENAMED) < cycle.RENAMED:
            continue
        line["as"] = line["as"].replace(cycle.FORMER, cycle.SUCCESSOR)
    # A unit's first report acknowledges its assignment; what comes after it would be refused.
    key = (line.get("task") or TASK_OF.get(line.get("milestone", "").split("@")[0]), line["as"].split(":")[-1])
    if line["act"] == "acknowledge" and key in seen:
        continue
    if line["act"] in ("progress", "metric", "claim", "acknowledge"):
        seen.add(key)
    kept.append((moment, n, line))
LINES = kept
with open(HERE / "history.ndjson", "w", encoding="utf-8", newline="\n") as out:
    for _, _, line in LINES:
        out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
print(len(LINES), "lines")
