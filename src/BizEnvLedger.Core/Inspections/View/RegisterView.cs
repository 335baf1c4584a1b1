using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>The registers at a half-year's end: what is effective by its last day, and recorded by the cut.</summary>
internal static class RegisterView
{
    public static IReadOnlyList<RegisterFigures>? Of(PlanState state, Look look)
    {
        var registers = look.Plan.On(look.Day).Registers;
        return registers.Count == 0 ? null : [.. registers.Select(r => Of(r, state.Registers.GetValueOrDefault(r.Id), look))];
    }

    private static RegisterFigures Of(RegisterDefinition definition, Register? register, Look look)
    {
        var half = look.Cut.HalfYear;
        var held = (register?.Dispatches ?? []).Select(d => (Dispatch: d, Period: DispatchPeriod.Parse(d.Of.Period)!)).Where(d => half.Contains(d.Period.Last)).ToList();
        return new()
        {
            Id = definition.Id,
            Title = definition.Title,
            Clause = definition.Clause,
            Measure = definition.Measure,
            Keeper = definition.Keeper is { } keeper ? look.Name(keeper) : null,
            Counts = RegisterCounts.Of(register, definition, look.Plan, half.FirstDay, look.Day),
            DispatchText = definition.Dispatch?.Text,
            DispatchesRequired = definition.Dispatch?.Every is null ? null : DispatchPeriod.Ordered(definition, look.Plan).Count(p => half.Contains(p.Last)),
            DispatchesHeld = held.Count,
            DispatchesLate = held.Count(d => d.Dispatch.Entry.RecordedOn > d.Period.Last.AddDays(look.Plan.Rules.Registers.DispatchDays)),
            Events = [.. (register?.Items ?? []).Where(i => i.StandsOn(look.Day)).SelectMany(i => i.Events), .. held.Select(d => d.Dispatch.Entry.Event)],
        };
    }
}
