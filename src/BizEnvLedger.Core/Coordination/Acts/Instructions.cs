using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>批示: the leader asks units for something by a day. Refused: not the leader; no unit, an unknown one or a group; an unknown milestone; a limit out of bounds; no text.</summary>
public sealed record GiveInstruction(IReadOnlyList<string> Units, IReadOnlyList<string> Milestones, DateOnly Limit, DraftText? Text)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, GiveInstruction command, Caller who, Moment now) =>
        RightsTable.Role(nameof(GiveInstruction), who)
        ?? DemandChecks.Of(task, plan, command.Units, command.Milestones, command.Limit, command.Text, now)
        ?? (Decision)Decision.Of(new InstructionGiven(command.Units, command.Milestones, command.Limit, TextSeal.Of(command.Text!)));
}

/// <summary>批示答复: an addressee answers. Refused: unknown; not an addressee; no text.</summary>
public sealed record ReplyToInstruction(Guid Instruction, DraftText? Text, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReplyToInstruction command, Caller who, Moment now) =>
        task.Coordination.FindDemand(DemandKind.Instruction, command.Instruction) is not { } instruction
            ? Refusal.NotFound("unknown-instruction", "instruction", ("instruction", command.Instruction))
            : DemandChecks.Reply(nameof(ReplyToInstruction), task, instruction, who, plan, command.Unit, command.Text, command.Evidence, now, out var unit)
                ?? (Decision)Decision.Of(new InstructionReplied(instruction.Id, unit, TextSeal.Of(command.Text!), command.Evidence));
}
