using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Core.Units.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Units;

/// <summary>Acts on units in a few words.</summary>
internal static class UnitActs
{
    public static readonly Unit Industry = new() { Id = "industry", Name = "工信局", Kind = UnitKind.Department, Aliases = ["市工信局"] };
    public static readonly Unit Works = new() { Id = "works", Name = "城建局", Kind = UnitKind.Department };

    public static Act Join(string group, string on, params Membership[] members) =>
        OnPlan(on, (s, who, now) => SetMembers.Decide(s, new(group, members, [], Text()), who, now));

    public static Act JoinNew(string group, string on, Unit unit, string? from = null) =>
        OnPlan(on, (s, who, now) => SetMembers.Decide(s, new(group, [new(unit.Id, Opt(from))], [unit], Text()), who, now));

    public static Act Leave(string group, string unit, string on, string? until = null, DraftText? reason = null) =>
        OnPlan(on, (s, who, now) => EndMembership.Decide(s, new(group, unit, Opt(until), reason ?? Text()), who, now));

    public static Act Name(string unit, string on, string? effective = null, DraftText? name = null, DraftText? post = null, DraftText? basis = null) =>
        OnPlan(on, (s, who, now) => NameFirstResponsible.Decide(s, new(unit, name ?? Text("甲某"), post ?? Text("局长"), Opt(effective), basis), who, now));

    public static Act EndOf(string unit, Guid term, string on, string? until = null) =>
        OnPlan(on, (s, who, now) => EndTerm.Decide(s, new(unit, term, Opt(until), Text()), who, now));

    public static Act Succeed(SuccessionKind? kind, string[] from, string[] to, string on, string? effective = null, Unit[]? introduced = null, Given[]? given = null, DraftText? basis = null) =>
        OnPlan(on, (s, who, now) => SucceedUnit.Decide(s, new(kind, from, to, introduced ?? [], given ?? [], Opt(effective), basis ?? Text()), who, now));

    /// <summary>Corrects an entry of the plan's stream; without one, the last that the story recorded.</summary>
    public static Act CorrectUnits(string on, Guid? entry = null, string? effective = null, bool withdrawn = false, DraftText? reason = null) =>
        new(InventedPlan.Id, People.GroupOffice, Day(on), (s, who, now) => CorrectRoster.Decide(s.State, new(entry ?? s.Last, Opt(effective), withdrawn, reason ?? Text()), who, now));

    /// <summary>The energy bureau becomes the industry bureau.</summary>
    public static Act Renamed(string on, string? effective = null) => Succeed(SuccessionKind.Rename, ["energy"], ["industry"], on, effective, [Industry]);

    public static Act Adopt(string unit, string on, string? effective = null, string number = "北政发〔2021〕3号", Visibility? visibility = Visibility.Public, string[]? evidence = null) =>
        new(ImplementationPlan.StreamOf(InventedPlan.Id, unit), People.Clerk(unit), Day(on), (s, who, now) =>
            AdoptImplementationPlan.Decide(s.State, new(unit, number, Opt(effective), visibility, evidence ?? [Evidence]), who, now));

    public static Act Reported(string step, Caller by, string on, string? effective = null, string[]? evidence = null, DraftText? text = null) =>
        new(PlanTask.StreamOf(InventedPlan.Id, Story.NoOf(step)), by, Day(on), (s, who, now) =>
            ReportStep.Decide(s.TaskOf(step), s.Plan, new(step, Opt(effective), text, evidence ?? [Evidence], null), who, now));

    private static Act OnPlan(string on, Func<PlanState, Caller, Moment, Decision> decide) =>
        new(InventedPlan.Id, People.GroupOffice, Day(on), (s, who, now) => decide(s.State, who, now));

    private static DateOnly? Opt(string? day) => day is null ? null : Day(day);
}
