using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Registers.Acts;

/// <summary>
/// 调度、通报: an office goes through a register for a period and freezes what it finds: the counts, the amounts, and which units are behind.
/// Where the plan names how often, the period is one of those and has ended: frozen earlier, it could never be dispatched as it ended. Where it says 定期, any that has begun.
/// A unit that is gone by the day of the dispatch is named by who holds its part then, so that nobody is divided over the threshold.
/// Refused: unknown register, no office, no period, another period than the plan's, one that has not begun, an ordered one that still runs, one dispatched already.
/// </summary>
public sealed record DispatchRegister(string Register, string Period, DraftText? Note)
{
    public static Decision Decide(PlanState state, DispatchRegister command, Caller who, Moment now)
    {
        if (state.Definition(command.Register, now.On) is not { } definition)
            return Keeping.UnknownRegister(command.Register);
        if (RightsTable.Role(nameof(DispatchRegister), who) is { } refusal)
            return refusal;
        if (DispatchPeriod.Parse(command.Period) is not { } period)
            return Refusal.Invalid("malformed-period", "period", ("value", command.Period.Length > 20 ? command.Period[..20] : command.Period));
        var ordered = DispatchPeriod.Ordered(definition, state.Plan);
        if (definition.Dispatch?.Every is not null && !ordered.Contains(period))
            return Refusal.Invalid("period-not-of-register", "period", ("period", period.Word), ("every", definition.Dispatch.Text));
        if (period.First > now.On)
            return Refusal.Conflict("period-not-begun", "period", ("period", period.Word), ("first", period.First));
        if (definition.Dispatch?.Every is not null && period.Last >= now.On)
            return Refusal.Conflict("period-not-ended", "period", ("period", period.Word), ("last", period.Last));
        var register = state.Registers.GetValueOrDefault(definition.Id);
        if (register?.Dispatches.Exists(d => d.Of.Period == period.Word) == true)
            return Refusal.Conflict("period-dispatched", "period", ("period", period.Word));
        var asOf = period.Last < now.On ? period.Last : now.On;
        var settled = (register?.Items ?? []).Where(i => !i.IsWithdrawnOn(asOf) && i.SettledOn(state.Plan) is { } day && day >= period.First && day <= asOf);
        return Checks.Text(command.Note, "note", state.Plan, required: false)
            ?? Decision.Of(new RegisterDispatched(
                definition.Id, period.Word, asOf, register?.Version ?? 0, RegisterCounts.Of(register, definition, state.Plan, period.First, asOf),
                UnitBehind.Of(register, definition, state.Plan, asOf, now.On, Keeping.MatterOf(state, definition, now.On).Items), [.. settled.Select(i => i.Accepted!.Confirmation!.Event)], command.Note is null ? null : TextSeal.Of(command.Note)));
    }
}

/// <summary>
/// 导出: the register leaves as a workbook, with its texts; that is on record, by the hash of its bytes. Refused: unknown register, who has no part in it.
/// </summary>
public sealed record ExportRegister(string Register, string Sha256)
{
    public static Decision Decide(PlanState state, ExportRegister command, Caller who, Moment now) =>
        state.Definition(command.Register, now.On) is not { } register ? Keeping.UnknownRegister(command.Register)
        : RightsTable.Check(nameof(ExportRegister), who, Keeping.MatterOf(state, register, now.On), state.Plan)
            ?? Decision.Of(new RegisterExported(register.Id, state.Registers.GetValueOrDefault(register.Id)?.Items.Count ?? 0, command.Sha256));
}
