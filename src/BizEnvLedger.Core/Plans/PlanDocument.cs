namespace BizEnvLedger.Core.Plans;

/// <summary>
/// A multi-year action plan as data: the whole content of a plan file (format <c>bizenv-plan/1</c>).
/// Nothing in code knows a particular plan.
/// </summary>
public sealed record PlanDocument
{
    /// <summary>The only format that this reader takes.</summary>
    public const string FormatName = "bizenv-plan/1";

    public required string Format { get; init; }

    /// <summary>Id of the plan: lower-case ASCII, digits and hyphens, e.g. <c>yunling-2023-2024</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What it is about, in a few words, as titles of reports and notices name it (企业服务); null takes the title itself.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>文号, e.g. 云政发〔2023〕6号.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Unit id of the issuing government.</summary>
    public required string Issuer { get; init; }

    /// <summary>Unit id of the office that the report goes out from (印发机关); the issuer when absent.</summary>
    public string? IssuingOffice { get; init; }

    /// <summary>Day of issue as printed on the document; null when the text names none (the day of recording then counts).</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>公开属性: 主动公开, 依申请公开 or 不予公开.</summary>
    public Visibility Visibility { get; init; } = Visibility.OnRequest;

    /// <summary>First and last day of the plan (三年内 means the last one).</summary>
    public required Period Period { get; init; }

    /// <summary>Id of the holiday calendar that counts working days, e.g. <c>china</c>.</summary>
    public required string Calendar { get; init; }

    /// <summary>Every unit, region, company, court and group that the plan names.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>主送, in the document's own order.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>抄送, in the document's own order.</summary>
    public IReadOnlyList<string> CopiesTo { get; init; } = [];

    public required IReadOnlyList<ActionArea> Areas { get; init; }

    /// <summary>主要目标: the plan's own year-end promises. They form one stream of their own; most name no lead.</summary>
    public IReadOnlyList<Measure> Goals { get; init; } = [];

    public required IReadOnlyList<TaskDefinition> Tasks { get; init; }

    /// <summary>保障措施: the mechanisms by which the plan is carried and supervised. They form one stream of their own.</summary>
    public IReadOnlyList<Measure> Mechanisms { get; init; } = [];

    /// <summary>台账: lists that the plan itself orders kept.</summary>
    public IReadOnlyList<RegisterDefinition> Registers { get; init; } = [];

    /// <summary>落实方案: which units have to adopt a plan of their own; null where the document asks it of nobody.</summary>
    public UnitObligation? ImplementationPlans { get; init; }

    /// <summary>第一责任人: which units have to name one; null where the document asks it of nobody.</summary>
    public UnitObligation? FirstResponsible { get; init; }

    /// <summary>The plan's own rule set; null takes the installation's default one.</summary>
    public RuleSet? Rules { get; init; }
}

/// <summary>First and last day, both included.</summary>
public sealed record Period(DateOnly From, DateOnly To);

/// <summary>提升行动: one of the plan's parts.</summary>
public sealed record ActionArea(string Id, string Title, string Clause);

/// <summary>公开属性.</summary>
public enum Visibility { Public, OnRequest, Withheld }

/// <summary>任务: a numbered task of the plan. One event stream each.</summary>
public sealed record TaskDefinition
{
    public required int Number { get; init; }
    public required string Area { get; init; }
    public required string Title { get; init; }
    public required string Clause { get; init; }

    /// <summary>牵头单位, in the document's order; the order makes none of them chief.</summary>
    public required IReadOnlyList<string> Leads { get; init; }

    /// <summary>配合单位; empty when the document names none.</summary>
    public IReadOnlyList<string> Cooperating { get; init; } = [];

    public required IReadOnlyList<Measure> Measures { get; init; }
}

/// <summary>措施, or a sub-item of one; also a goal or a mechanism.</summary>
public sealed record Measure
{
    /// <summary>Follows the document: <c>2.1</c>, <c>9.2.2</c>; <c>9.0</c> for a preamble; <c>g2021.3</c> for a goal; <c>m4.2</c> for a mechanism.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What has to be done, in our own short words.</summary>
    public string Statement { get; init; } = "";

    public required string Clause { get; init; }

    /// <summary>Own leads that override the parent's; null inherits.</summary>
    public IReadOnlyList<string>? Leads { get; init; }

    /// <summary>Own cooperating units that override the parent's; null inherits, empty means none.</summary>
    public IReadOnlyList<string>? Cooperating { get; init; }

    /// <summary>For a goal: numbers of the tasks that serve it; empty when no task does.</summary>
    public IReadOnlyList<int> ServedBy { get; init; } = [];

    public IReadOnlyList<MilestoneDefinition> Milestones { get; init; } = [];
    public IReadOnlyList<IndicatorDefinition> Indicators { get; init; } = [];

    /// <summary>Sub-items, to any depth.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];
}

/// <summary>台账 that the plan orders kept.</summary>
public sealed record RegisterDefinition
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Clause { get; init; }

    /// <summary>Measure that orders it; null when it stands in the mechanisms.</summary>
    public string? Measure { get; init; }

    /// <summary>Unit that keeps it; null when the document names none.</summary>
    public string? Keeper { get; init; }

    public required IReadOnlyList<RegisterColumn> Columns { get; init; }

    /// <summary>How often it is dispatched and noticed (调度、通报).</summary>
    public Recurrence? Dispatch { get; init; }
}

/// <summary>A typed column of a register. By their ids, <c>due</c> is an item's limit, <c>amount</c> what is owed and <c>paid</c> what of it was paid; an amount's unit of measure stands in its title.</summary>
/// <param name="Personal">Whether a text column holds natural persons' names or numbers: reading them is then on record. Null is no.</param>
public sealed record RegisterColumn(string Id, string Title, ColumnType Type, bool? Personal = null);

/// <summary>What a register's column holds.</summary>
public enum ColumnType { Text, Unit, Amount, Date, Status, Number }
