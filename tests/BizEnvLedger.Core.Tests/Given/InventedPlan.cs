using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Tests;

/// <summary>
/// A plan that no city has: two tasks with every shape the rules speak of. Issued on 15 January 2021 for two years.
/// </summary>
internal static class InventedPlan
{
    public const string Id = "harbour-2021";

    public static readonly PlanDocument Document = new()
    {
        Format = PlanDocument.FormatName,
        Id = Id,
        Title = "港城两年行动",
        DocumentNumber = "港政发〔2021〕1号",
        Issuer = "city",
        IssuedOn = Day("2021-01-15"),
        Period = new(Day("2021-01-01"), Day("2022-12-31")),
        Calendar = "invented",
        Units =
        [
            new() { Id = "city", Name = "港城市政府", Kind = UnitKind.Government },
            new() { Id = "inspectorate", Name = "督查室", Kind = UnitKind.Institution },
            new() { Id = "energy", Name = "能源局", Kind = UnitKind.Department },
            new() { Id = "water", Name = "水务局", Kind = UnitKind.Department },
            new() { Id = "housing", Name = "住建局", Kind = UnitKind.Department },
            new() { Id = "tax", Name = "税务局", Kind = UnitKind.Department, Authority = Authority.Vertical },
            new() { Id = "court", Name = "法院", Kind = UnitKind.Court, Authority = Authority.Judicial },
            new() { Id = "north", Name = "北区", Kind = UnitKind.Region },
            new()
            {
                Id = "bureaus", Name = "有关部门", Kind = UnitKind.Group,
                Members = [new("housing"), new("water", Day("2021-03-01"), Day("2021-11-30"))],
            },
        ],
        Areas = [new("a1", "用能", "一"), new("a2", "纳税", "二")],
        Goals =
        [
            new()
            {
                Id = "g1", Title = "年底目标", Clause = "目标", ServedBy = [1],
                Milestones = [Dated("g1-m1", "2021-12-31") with { SameAs = "1.1-m4" }, Dated("g1-m2", "2021-12-31")],
            },
        ],
        Tasks = [Task1, Task2],
        Mechanisms =
        [
            new()
            {
                Id = "x1", Title = "通报", Clause = "保障", Leads = ["inspectorate"],
                Milestones = [Recurring("x1-m1", Every.Quarter)],
            },
        ],
        ImplementationPlans = new() { Clause = "保障", Whose = "各区各部门", Scope = OfItsOwn },
        FirstResponsible = new() { Clause = "保障", Whose = "各区各部门", Scope = OfItsOwn },
    };

    private static UnitScope[] OfItsOwn => [new(UnitKind.Region), new(UnitKind.Department, Authority.Direct)];

    private static TaskDefinition Task1 => new()
    {
        Number = 1, Area = "a1", Title = "用能", Clause = "一1", Leads = ["energy"], Cooperating = ["water", "bureaus"],
        Measures =
        [
            new()
            {
                Id = "1.1", Title = "办电", Clause = "一1（1）",
                Milestones =
                [
                    Dated("1.1-m1", "2021-06-30"),
                    Dated("1.1-m2", "2021-09-30"),
                    Dated("1.1-m3", "2021-06-30") with { Strength = Strength.Strive },
                    Dated("1.1-m4", "2021-12-31"),
                    new() { Id = "1.1-m5", Statement = "适时完成", DueText = "适时" },
                ],
                Indicators =
                [
                    new()
                    {
                        Id = "1.1-i1", Name = "办电时限", Unit = "工作日", Direction = Direction.Down, Baseline = new(10), LagDays = 5,
                        Targets =
                        [
                            new() { Due = Day("2021-06-30"), Comparator = Comparator.AtMost, Value = 5 },
                            new() { Due = Day("2021-12-31"), Comparator = Comparator.AtMost, Value = 2, Milestone = "1.1-m4" },
                            new() { Due = Day("2022-12-31"), Comparator = Comparator.AtMost, Value = 1 },
                        ],
                    },
                    new()
                    {
                        Id = "1.1-i2", Name = "满意度", Unit = "分", Direction = Direction.Up, DataOwner = "north",
                        Targets = [new() { From = Day("2021-07-01"), Comparator = Comparator.BetterThan, Benchmark = "全国平均水平" }],
                    },
                    new() { Id = "1.1-i3", Name = "案件数", Unit = "件", FactOnly = true, Targets = [new() { Comparator = Comparator.Unstated, Wanted = "稳步增加" }] },
                ],
            },
            new()
            {
                Id = "1.2", Title = "办水", Clause = "一1（2）", Leads = ["water", "housing"], Cooperating = [],
                Milestones = [Dated("1.2-m1", "2021-08-31")],
                Measures =
                [
                    new() { Id = "1.2.1", Title = "管网", Clause = "一1（2）①", Leads = ["housing"], Milestones = [Dated("1.2.1-m1", "2021-08-31")] },
                    new() { Id = "1.2.2", Title = "泵站", Clause = "一1（2）②", Milestones = [Dated("1.2.2-m1", "2021-10-31")] },
                ],
            },
            new() { Id = "1.3", Title = "联办", Clause = "一1（3）", Leads = ["bureaus"], Milestones = [Dated("1.3-m1", "2021-12-31")] },
            new() { Id = "1.4", Title = "逐步推广", Clause = "一1（4）" },
        ],
    };

    private static TaskDefinition Task2 => new()
    {
        Number = 2, Area = "a2", Title = "纳税", Clause = "二2", Leads = ["tax"],
        Measures =
        [
            new()
            {
                Id = "2.1", Title = "办税", Clause = "二2（1）",
                Milestones =
                [
                    Recurring("2.1-m1", Every.HalfYear),
                    new() { Id = "2.1-m2", Statement = "定期通报", Recurrence = new() { Text = "定期" } },
                    Dated("2.1-m3", "2021-06-30"),
                    Dated("2.1-m4", "2021-06-30"),
                ],
            },
            new() { Id = "2.2", Title = "审判", Clause = "二2（2）", Leads = ["court"], Milestones = [Dated("2.2-m1", "2021-06-30")] },
        ],
    };

    public static MilestoneDefinition Dated(string id, string due) => new() { Id = id, Statement = "完成" + id, Due = Day(due), DueText = due };

    private static MilestoneDefinition Recurring(string id, Every every) => new() { Id = id, Statement = "每期" + id, Recurrence = new() { Every = every, Text = "每期" } };

    private static DateOnly Day(string day) => Telling.Day(day);
}
