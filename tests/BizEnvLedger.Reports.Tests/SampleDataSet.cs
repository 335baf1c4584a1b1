using System.Globalization;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Reports.Tests;

/// <summary>Half-years of an invented city, whose figures add up however large it is drawn.</summary>
internal sealed record SampleDataSet
{
    public int Areas { get; init; } = 4;
    public int TasksPerArea { get; init; } = 3;
    public int Due { get; init; } = 24;
    public int NextDue { get; init; } = 9;
    public int Indicators { get; init; } = 14;
    public bool Previous { get; init; } = true;
    public bool Demonstration { get; init; }
    public bool Proposed { get; init; } = true;

    /// <summary>Whether the ledger has ever held a complaint.</summary>
    public bool Complaints { get; init; } = true;
    /// <summary>Whether the inspectors worked in the ledger; null: from before they could.</summary>
    public bool? Supervised { get; init; }

    /// <summary>Appended to every name of a unit, task or milestone.</summary>
    public string Long { get; init; } = "";

    private static readonly DateOnly Last = new(2022, 6, 30);

    private static readonly string[] AreaNames =
        ["实施便利化营商环境提升行动", "实施要素保障提升行动", "实施法治化营商环境提升行动", "实施市场主体培育提升行动", "实施对外开放提升行动", "实施信用环境提升行动"];

    private static readonly string[] UnitNames =
        ["市行政审批服务局", "市发展和改革委员会", "市工业和信息化局", "市自然资源局", "市住房和城乡建设局", "市市场监督管理局", "市财政局", "市司法局", "市能源局", "市人力资源和社会保障局"];

    private static readonly string[] TaskNames =
        ["深化简政放权", "优化企业开办服务", "推进工程建设项目审批改革", "提升用电报装便利度", "优化不动产登记", "改进纳税服务", "拓宽融资渠道", "规范行政执法", "完善公共法律服务", "健全信用体系", "提升口岸通关效率", "扩大招商引资"];

    private static readonly string[] Statements =
        ["公布本级行政许可事项清单", "企业开办全流程一日办结", "高频事项实现掌上办理", "建成工程建设项目联合验收平台", "出台用电报装容缺受理办法", "完成不动产登记与税务系统对接", "建立涉企收费目录清单", "公布涉企行政执法事项清单", "开通企业投诉举报热线", "完成园区供水供气管网改造"];

    private static readonly (string Name, string Unit, decimal Baseline, decimal Value, string Target)[] Measured =
    [
        ("企业开办时间", "工作日", 3m, 1m, "≤ 1"), ("低压用电报装时间", "工作日", 8m, 5.5m, "≤ 5"), ("高频事项掌上办理率", "%", 62.5m, 96.2m, "≥ 95"),
        ("不动产登记办理时间", "工作日", 5m, 3m, "≤ 3"), ("新增市场主体", "家", 0m, 1860m, "≥ 2000"), ("政务服务满意度", "%", 91m, 98.4m, "优于全省平均水平"), ("年度惠企政策兑现批次", "次", 1m, 3m, "2–3"),
    ];

    public HalfYearDataSet Build()
    {
        var due = Enumerable.Range(0, Due).Select(Milestone).ToList();
        var indicators = Enumerable.Range(0, Indicators).Select(Indicator).ToList();
        var totals = Total(due, indicators);
        return new()
        {
            Jurisdiction = "999900",
            JurisdictionName = "云泽市",
            Plan = new("yunze-2021-2023", "云泽市优化营商环境三年行动计划（2021—2023年）", "云政字〔2021〕18号", "云泽市人民政府", "市政府办公室",
                new(2021, 3, 20), ["各县市区人民政府、开发区管委会", "市政府各部门", "有关企事业单位"],
                ["市委各部委办", "市人大常委会办公室、市政协办公室、市纪委监委机关", "市法院、市检察院", "驻市各单位"], new(new(2021, 1, 1), new(2023, 12, 31))),
            HalfYear = "2022H1",
            EffectiveOn = Last,
            RecordedBy = new(2022, 7, 11, 9, 30, 0, TimeSpan.FromHours(8)),
            RecordedOn = new(2022, 7, 11),
            TreeSize = 2318,
            Root = "5b0c6d1a9f2e4873b1d5c7e9a0f3284651d7c9be20a4f6138e7d5b90c1a2f4e6",
            RuleSet = "default",
            RuleSetVersion = 1,
            Demonstration = Demonstration,
            Totals = totals,
            Previous = Previous ? totals with { Due = totals.Due + 3, OnTime = totals.OnTime - 1, Open = totals.Open + 4, IndicatorsMet = Math.Max(0, totals.IndicatorsMet - 2) } : null,
            Areas = [.. Enumerable.Range(0, Areas).Select(area => Area(area, due, indicators))],
            Tasks = [.. Enumerable.Range(0, Areas * TasksPerArea).Select(task => Task(task, due))],
            Units = [.. Enumerable.Range(0, UnitNames.Length).Select(unit => Unit(unit, due))],
            Due = due,
            NextDue = [.. Enumerable.Range(0, NextDue).Select(i => Milestone(i) with
            {
                Id = $"{TaskNo(i)}.2.{i + 1}-m1", Due = Last.AddMonths(i % 6 + 1), OriginalDue = Last.AddMonths(i % 6 + 1), Outcome = "notDue", State = "inProgress", Light = "green",
                ClosedOn = null, DaysLate = 0, Extensions = 0, Strength = i % 4 == 0 ? "strive" : "firm", DueText = $"2022年{i % 6 + 7}月底前",
            })],
            Indicators = indicators,
            Returned = Due < 8 ? [] : [new(due[6].Id, due[6].Task, due[6].Leads[0], new(2022, 4, 20), new(2022, 5, 6), "untrue", false, [Event(9001), Event(9002)])],
            Silent = Due < 8 ? [] : [new(due[7].Leads[0], due[7].Task, due[7].Id, new(2022, 1, 31), 150) { Events = [Event(9600)] }],
            NeverActed = Due < 8 ? null : [new(Named(1), TaskNo(4), false, new(2021, 9, 1), 302, [Event(9700)])],
            LeadChanges = Due < 8 ? [] : [new(due[3].Task, due[3].Measure, [Named(3)], [Named(4)], new(2022, 3, 1), new(2022, 3, 20), true, Event(9100))],
            LateEntries = Due < 8 ? [] : [new(due[2].Task, "metric", indicators.FirstOrDefault()?.Id ?? due[2].Id, Named(2), new(2022, 5, 31), new(2022, 6, 28), 28, false, Event(9200))],
            Corrections = Due < 8 ? [] : [new("2", "metric", indicators.FirstOrDefault()?.Id ?? "2.1-i1", Named(1), 2m, 1m, new(2022, 4, 30), new(2022, 5, 20), false, null, [Event(9300), Event(9301)])],
            Restated = Previous && Due >= 8 ? [new("3", "metric", "3.1-i1", Named(2), 88.5m, 86m, new(2021, 12, 31), new(2022, 2, 15), false, "2021H2", [Event(9400)])] : [],
            VerifierOverruns = Due < 8 ? [] : [new(due[5].Id, due[5].Task, new(2022, 5, 5), new(2022, 5, 26), new(2022, 6, 2), 7, Event(9500)) { Events = [Event(9500), Event(9501)] }],
            Proposed = Proposed ? [.. Entries(due)] : [],
            Letters = [],
            Complaints = Complaints ? Asked(due) : null,
            Supervision = Supervised is { } supervised ? Supervision(supervised, due) : null,
        };
    }

    private ComplaintFigures Asked(List<MilestoneFigures> due) => new()
    {
        Received = 12, Tips = 2, Repeats = 1, Dispatched = new(12, 11, [Event(7000)]), Rates = Rates(11, 10, 8, 7000),
        Units = [new(Named(1), Rates(6, 6, 5, 7100)), new(Named(2), Rates(5, 4, 3, 7200))],
        Tasks = Areas == 0 ? [] : [new("1", Rates(4, 4, 3, 7300))],
        Upheld = [new("20220401-4f9c2a7be1d05836", Named(2), due.Count == 0 ? [] : [due[0].Id], due.Count > 0, due.Count == 0 ? [] : [due[0].Id], new(2022, 4, 12), [Event(7400), Event(7401)])],
        Exposures = [new("20220401-4f9c2a7be1d05836", Named(2), "public", new(2022, 4, 20), [Event(7500), Event(7501)])],
    };

    private static ComplaintRates Rates(int due, int responded, int satisfied, int events) =>
        new(new(due, responded, [Event(events + 1)]), new(due, satisfied + 1, [Event(events + 2)]), new(due - 1, satisfied, [Event(events + 3)]));

    private SupervisionFigures Supervision(bool told, List<MilestoneFigures> due) => new()
    {
        Verdicts = told ? [new("1", TaskNames[0] + Long, "green", "yellow", true, [Event(9600), Event(9601)]), new("2", TaskNames[1] + Long, "red", "red", false, [Event(9602)])] : [],
        Findings = told ? [new("1", [due[0].Id], Named(0), "hollow", true, [Event(9610), Event(9611)]), new("2", [], Named(1), "weak", false, [Event(9612), Event(9613)])] : [],
        SpotChecks = told ? new("2021H2", 34, 4, 3, 1, [Event(9620), Event(9621), Event(9622), Event(9623)]) : null,
        Closures = [.. due.Where(m => m.State == "closed").OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => new ClosureFigures(m.Id, m.Task, m.ClosedOn!.Value, m.Events))],
        Reopened = told ? [new("1.1.9-m1", "1", Named(2), "spotCheck", new(2021, 11, 20), new(2022, 3, 8), "2021H2", [Event(9630), Event(9631), Event(9632)])] : [],
    };

    private static IEnumerable<ProposedEntry> Entries(List<MilestoneFigures> due)
    {
        if (due.Count >= 8)
            yield return new("hollow", due[6].Leads[0], "direct", [due[6].Id], due[6].DaysLate, 0, 0, "returned-untrue", [Event(9001)]);
        foreach (var unit in due.Where(m => m.Outcome is "open" && m.DaysLate > 30).GroupBy(m => m.Leads[0]))
            yield return new("slow", unit.Key, "direct", [.. unit.Select(m => m.Id)], unit.Max(m => m.DaysLate),
                due.Count(m => m.Leads.Contains(unit.Key)), due.Count(m => m.Leads.Contains(unit.Key) && m.Outcome is "open" or "waiting"), "overdue", [.. unit.SelectMany(m => m.Events)]);
    }

    private MilestoneFigures Milestone(int i)
    {
        var outcome = (i % 12) switch { 3 => "late", 5 => "waiting", 6 or 9 => "open", 8 => "extended", _ => "onTime" };
        var on = new DateOnly(2022, 1, 31).AddDays(i * 7 % 120);
        return new()
        {
            Id = $"{TaskNo(i)}.1.{i + 1}-m1",
            Task = TaskNo(i),
            Measure = $"{TaskNo(i)}.1.{i + 1}",
            Statement = Statements[i % Statements.Length] + Long,
            Due = on,
            OriginalDue = outcome == "extended" ? on.AddMonths(-2) : on,
            DueText = null,
            Strength = i % 11 == 10 ? "basically" : "firm",
            Leads = i % 12 == 9 ? [Named(i), Named(i + 1)] : [Named(i)],
            Cooperating = i % 5 == 0 ? [] : [Named(i + 2), Named(i + 4)],
            State = outcome switch { "open" => "inProgress", "waiting" => "claimed", _ => "closed" },
            Light = outcome switch { "open" => "red", "waiting" => "yellow", _ => "blue" },
            Outcome = outcome,
            ClosedOn = outcome switch { "open" or "waiting" => null, "late" => on.AddDays(16), _ => on.AddDays(-3) },
            DaysLate = outcome switch { "open" => Last.DayNumber - on.DayNumber, "late" => 16, _ => 0 },
            Extensions = outcome == "extended" ? 1 : 0,
            Events = [Event(i * 2), Event(i * 2 + 1)],
        };
    }

    private IndicatorFigures Indicator(int i)
    {
        var (name, unit, baseline, value, target) = Measured[i % Measured.Length];
        var attainment = (i % 7) switch { 1 or 4 => "missed", 5 when i > 6 => "unreported", _ => "met" };
        return new()
        {
            Id = $"{TaskNo(i)}.1-i{i}", Task = TaskNo(i), Area = $"area-{i % Math.Max(1, Areas)}", Name = name + Long, Unit = unit, Scope = i % 7 == 1 ? "居民客户" : null,
            Baseline = i % 7 == 4 ? null : baseline, Value = attainment == "unreported" ? null : value, ValueOn = attainment == "unreported" ? null : Last, TargetInForce = target, TargetDue = Last,
            NextTarget = i % 2 == 0 ? target : null, NextTargetDue = null, Attainment = attainment, LateEntered = i == 0, Corrected = i == 0, Leads = [Named(i)], Events = [Event(5000 + i)],
        };
    }

    private static Totals Total(List<MilestoneFigures> due, List<IndicatorFigures> indicators) => new()
    {
        Tasks = 12, Measures = 46, Milestones = due.Count + 96, Due = due.Count, OnTime = Count(due, "onTime"), Extended = Count(due, "extended"), Late = Count(due, "late"),
        Open = Count(due, "open") + Count(due, "waiting"), Waiting = Count(due, "waiting"), NotDue = due.Count == 0 ? 0 : 61, NotDueBehind = due.Count == 0 ? 0 : 5,
        IndicatorsDue = indicators.Count, IndicatorsMet = indicators.Count(i => i.Attainment == "met"), IndicatorsUnreported = indicators.Count(i => i.Attainment == "unreported"),
    };

    private AreaFigures Area(int area, List<MilestoneFigures> due, List<IndicatorFigures> indicators)
    {
        var tasks = Enumerable.Range(1 + area * TasksPerArea, TasksPerArea).ToList();
        var of = due.Where(m => tasks.Contains(int.Parse(m.Task, CultureInfo.InvariantCulture))).ToList();
        var figures = indicators.Where(i => i.Area == $"area-{area}").ToList();
        return new($"area-{area}", AreaNames[area % AreaNames.Length] + Long, tasks, of.Count, Count(of, "onTime"), Count(of, "extended"), Count(of, "late"),
            Count(of, "open") + Count(of, "waiting"), figures.Count, figures.Count(i => i.Attainment == "met"));
    }

    private TaskFigures Task(int i, List<MilestoneFigures> due)
    {
        var of = due.Where(m => m.Task == Text(i + 1)).ToList();
        return new()
        {
            No = Text(i + 1), Title = TaskNames[i % TaskNames.Length] + Long, Area = $"area-{i / TasksPerArea}", Leads = [Named(i)], Cooperating = [Named(i + 1)],
            Light = of.Any(m => m.Light == "red") ? "red" : "green", Milestones = of.Count + 8, Closed = of.Count(m => m.State == "closed"), Due = of.Count, OnTime = Count(of, "onTime"),
            Extended = Count(of, "extended"), Late = Count(of, "late"), Open = Count(of, "open") + Count(of, "waiting"), Returned = i == 6 ? 1 : 0, LateEntries = i == 2 ? 1 : 0,
            LeadChanges = i == 3 ? 1 : 0, Reports = 4, NextDue = i % 3 == 2 ? null : new(2022, 9, 30), Events = [Event(6000 + i)],
        };
    }

    private UnitFigures Unit(int i, List<MilestoneFigures> due)
    {
        var of = due.Where(m => m.Leads[0].Id == $"unit-{i}").ToList();
        return new()
        {
            Id = $"unit-{i}", Name = Named(i).Name, Kind = "department", Authority = i == 8 ? "vertical" : "direct", Leads = 3, Cooperates = 5, Due = of.Count, OnTime = Count(of, "onTime"),
            Extended = Count(of, "extended"), Late = Count(of, "late"), Open = Count(of, "open") + Count(of, "waiting"), Returned = i == 6 ? 1 : 0, Silent = i == 7 ? 1 : 0,
            DelayDays = of.Sum(m => m.DaysLate), LateEntries = i == 2 ? 1 : 0, Reports = 6, Events = [Event(7000 + i)],
        };
    }

    private static int Count(IEnumerable<MilestoneFigures> of, string outcome) => of.Count(m => m.Outcome == outcome);

    private string TaskNo(int i) => Text(i % Math.Max(1, Areas * TasksPerArea) + 1);

    private UnitName Named(int i) => new($"unit-{i % UnitNames.Length}", UnitNames[i % UnitNames.Length] + Long);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Guid Event(int number) => new(number, 0x0b1e, 0x4a77, 0x9c, 0x02, 0x5d, 0x31, 0x8e, 0x60, 0x7a, 0x14);
}
