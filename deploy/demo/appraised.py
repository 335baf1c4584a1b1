"""What a year's appraisal needs to say something of everybody: deputies' ballots on all who are appraised, second steps of the regions; a complaint's second inspector; the open round's secret."""
import datetime as dt
import hashlib
import random

REGIONS = {"kezuozhong-banner": "科左中旗", "naiman-banner": "奈曼旗", "kailu-county": "开鲁县"}

# A real leader draws 32 random bytes and keeps them; this one is told, so that whoever tries the demonstration can reveal it.
SECRET = hashlib.sha256("演示：2023H1 抽查密值".encode()).hexdigest()
COMMITMENT = hashlib.sha256(SECRET.encode()).hexdigest()


def write(add, evidence, plan, told):
    """`told` are the units on which the cycle's own part enters ballots, by year."""
    steps(add, evidence)
    complaints(add)
    add(dt.date(2022, 9, 28), "office", "complaint-confirm", hour=10, key="h-2022-04", person="reviewer", body={"reason": "另行试用并查看后台记录，系统确不能提交申请。"})
    appraised = [u["id"] for u in plan["units"] if u["kind"] in ("department", "court", "procuratorate", "massOrganisation") and u["id"] != "supervision-office"]
    for year, share in ((2021, 0.4), (2022, 1)):
        rng = random.Random(year)
        units = [u for u in appraised if rng.random() < share] + (list(REGIONS) if year == 2022 else [])
        for unit in units:
            if unit not in told[year]:
                ballots(add, rng, year, unit)


def ballots(add, rng, year, unit):
    for day, body, number in ((14, "congress", 40), (15, "cppcc", 30)):
        counts = []
        for aspect in ("attitude", "quality", "policy"):
            poor = rng.choice((0, 0, 1, 1, 2, 3))
            fairly = rng.randint(3, number // 3)
            counts += [{"aspect": aspect, "grade": grade, "count": count} for grade, count in (("satisfied", number - fairly - poor), ("fairly", fairly), ("poor", poor))]
        add(dt.date(year, 12, day), "deputies-office", "ballots", hour=11, key=str(year), body={"unit": unit, "body": body, "ballots": number, "counts": counts})


def complaints(add):
    """Enough of one unit's to rate it by them: three, two of which satisfied."""
    unit = "natural-resources-bureau"
    for n, on, said, text, answer in (
        (11, dt.date(2022, 3, 16), "satisfied", "企业反映不动产登记须往返两个窗口。", "已并为一个窗口办理。"),
        (12, dt.date(2022, 7, 13), "unsatisfied", "企业反映用地预审材料清单与公开的不一致。", "已更正公开的清单。"),
        (13, dt.date(2022, 10, 19), "satisfied", "企业反映抵押登记等候时间长。", "已增设专窗。"),
    ):
        key = f"h-2022-{n}"
        add(on, "office", "complaint-register", hour=9, key=key, body={"kind": "complaint", "channel": "hotline", "text": text})
        add(on, "office", "complaint-dispatch", hour=10, key=key, body={"units": [unit]})
        add(on, f"unit:{unit}", "complaint-answer", hour=11, key=key, label=key + "-a", body={"kind": "resolution", "text": answer})
        add(on, f"approver:{unit}", "complaint-release", hour=14, key=key, body={"answer": f"@{key}-a"})
        add(on + dt.timedelta(8), "office", "complaint-satisfaction", hour=10, key=key, body={"satisfaction": said})


def steps(add, evidence):
    """Each region trains its windows too: two in time, one late."""
    for n, unit in enumerate(REGIONS, 7):
        add(dt.date(2022, 3, 2), "unit:energy-bureau", "step", hour=2 + n, task="9", body={"milestone": "9.2.1-m2", "owner": unit, "due": "2022-09-30", "deliverable": f"{REGIONS[unit]}营业厅受理人员培训考核"})
    for n, unit, done in ((7, "kezuozhong-banner", dt.date(2022, 9, 20)), (8, "naiman-banner", dt.date(2022, 9, 27)), (9, "kailu-county", dt.date(2022, 10, 18))):
        add(done, f"unit:{unit}", "step-report", hour=11, task="9", step=f"9.2.1-m2-s{n}", body={"effectiveOn": done.isoformat(), "narrative": "受理人员已全部培训并考核。", "evidence": evidence(done, unit, "培训考核名册")})
        add(done + dt.timedelta(5), "office", "confirm", hour=11, task="9", step=f"9.2.1-m2-s{n}", body={})
