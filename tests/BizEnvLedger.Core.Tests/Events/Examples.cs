using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Events;

/// <summary>One event of every type, with every field set that it can have.</summary>
internal static class Examples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly TextSeal Seal = new("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    private static readonly Unit Energy = new() { Id = "energy", Name = "能源局", Kind = UnitKind.Department, Aliases = ["市能源局"] };

    private static readonly TaskDefinition Definition = new()
    {
        Number = 1, Area = "a1", Title = "用能", Clause = "一1", Leads = ["energy"],
        Measures =
        [
            new()
            {
                Id = "1.1", Title = "办电", Clause = "一1（1）", Leads = ["energy"], Cooperating = [],
                Milestones =
                [
                    InventedPlan.Dated("1.1-m1", "2021-06-30") with { Strength = Strength.InPrinciple, Binding = Binding.Carried },
                    new() { Id = "1.1-m3", Statement = "通报", Recurrence = new() { Every = Every.HalfYear, Text = "每半年", From = Day("2021-07-01") } },
                ],
                Indicators =
                [
                    new()
                    {
                        Id = "1.1-i1", Name = "办电时限", Unit = "工作日", Direction = Direction.Down, Baseline = new(10), LagDays = 5, Scope = new(Customer: "低压"),
                        Targets = [new() { Due = Day("2021-06-30"), Comparator = Comparator.Between, Value = 2, Upper = 3.5m, Milestone = "1.1-m1", Kind = TargetKind.PerCase }],
                    },
                ],
            },
        ],
    };

    private static readonly PlanDocument Plan = new()
    {
        Format = PlanDocument.FormatName, Id = "small-2021", Title = "小计划", DocumentNumber = "小发〔2021〕1号", Issuer = "energy",
        IssuedOn = Day("2021-01-15"), Period = new(Day("2021-01-01"), Day("2022-12-31")), Calendar = "invented",
        Units = [Energy], Areas = [new("a1", "用能", "一")], Tasks = [Definition],
    };

    private static readonly PlanChange Change = new()
    {
        Format = PlanChange.AmendmentFormat, Id = "am-1", Plan = "small-2021", Title = "调整", DocumentNumber = "小发〔2021〕9号", EffectiveOn = Day("2021-03-01"),
        Units = [Energy], Groups = [new("bureaus", ["energy"])], Withdraw = ["1.1-m1"],
        AddMilestones = [new("1.1", InventedPlan.Dated("1.1-m2", "2021-09-30"))],
    };

    /// <summary>Those of every slice: classes marked with <see cref="EventExamplesAttribute"/> have a static dictionary <c>ByAlias</c> of their own.</summary>
    public static IReadOnlyDictionary<string, object> ByAlias { get; } = Own().Concat(
        from type in typeof(Examples).Assembly.GetTypes()
        where type.IsDefined(typeof(EventExamplesAttribute), false)
        from example in (IReadOnlyDictionary<string, object>)type.GetField("ByAlias")!.GetValue(null)!
        select example).ToDictionary(e => e.Key, e => e.Value);

    private static Dictionary<string, object> Own() => new()
    {
        ["plan_issued"] = new PlanIssued(Plan, Evidence, Day("2021-01-15"), Rulebook.Rules with { Inspections = new() }, Rulebook.Calendar),
        ["plan_amended"] = new PlanAmended(Change, Evidence, Day("2021-03-01")),
        ["plan_clarified"] = new PlanClarified(
            Change with { Format = PlanChange.ClarificationFormat, Units = [], Withdraw = [], AddMilestones = [] }, Evidence, Day("2021-03-01")),
        ["task_assigned"] = new TaskAssigned("small-2021", "1", new(Day("2021-01-01"), Day("2022-12-31")), Definition, Day("2021-01-15")),
        ["task_changed"] = new TaskChanged("am-1", PlanChange.AmendmentFormat, "小发〔2021〕9号", Definition, Day("2021-03-01")),
        ["task_acknowledged"] = new TaskAcknowledged("energy", Day("2021-01-18")),
        ["progress_recorded"] = new ProgressRecorded("1.1", "energy", Day("2021-03-08"), 37.5m, false, Seal, [Evidence]),
        ["metric_reported"] = new MetricReported("1.1-i1", "energy", 4.50m, 5.25m, Day("2021-03-31"), Seal, [Evidence]),
        ["lead_reassigned"] = new LeadReassigned("1.2.1", ["water", "energy"], ["housing"], Day("2021-04-01"), Seal, Seal),
        ["leader_appointed"] = new LeaderAppointed("1.1", "vice-mayor-1", Seal, Day("2021-02-01"), Seal),
        ["entry_corrected"] = new EntryCorrected(Id, 6, 30, Day("2021-03-30"), true, Seal, Seal),
        ["milestone_claimed"] = new MilestoneClaimed("1.1-m1", "energy", Day("2021-06-18"), Seal, [Evidence], [Id]),
        ["claim_released"] = new ClaimReleased(Id, "1.1-m1", "energy"),
        ["milestone_verified"] = new MilestoneVerified(Id, "1.1-m1", "inspectorate", Seal),
        ["milestone_returned"] = new MilestoneReturned(Id, "1.1-m1", "inspectorate", ReturnGround.Untrue, Seal),
        ["step_added"] = new StepAdded("1.1-m1-s1", "1.1-m1", "1.1", "energy", "north", Day("2021-05-31"), Seal),
        ["step_confirmed"] = new StepConfirmed("1.1-m1-s1", "inspectorate", Day("2021-05-18")),
        ["inspection_opened"] = new InspectionOpened("small-2021", "2021H1"),
        ["import_ended"] = new ImportEnded("register", 1200),
        ["inspection_closed"] = new InspectionClosed(
            "small-2021", "2021H1", 42, Evidence, new(2021, 7, 10, 9, 30, 0, 123, TimeSpan.Zero), Day("2021-06-30"), "default", 1, Evidence),
    };
}

/// <summary>Marks a class that gives an example of each of a slice's events.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class EventExamplesAttribute : Attribute;
