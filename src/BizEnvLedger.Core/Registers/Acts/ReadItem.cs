using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Registers.Acts;

/// <summary>
/// Reads an item with its parties and texts: whoever keeps the register, a unit that the item names, offices, leaders and auditors. Everybody else sees the counts.
/// Where the plan marks a column personal, the reading is on record. Judged as things stand today, whatever day is asked about. Refused: unknown register or item, who has no part in it.
/// </summary>
public sealed record ReadItem(string Register, string Item)
{
    public static Decision Decide(PlanState state, ReadItem command, Caller who, Moment now)
    {
        if (state.Definition(command.Register, now.On) is not { } register)
            return Keeping.UnknownRegister(command.Register);
        if (state.Registers.GetValueOrDefault(register.Id)?.Find(command.Item) is not { } item)
            return Keeping.UnknownItem(register.Id, command.Item);
        return RightsTable.Check(nameof(ReadItem), who, Keeping.MatterOf(state, register, item, now.On), state.Plan) ?? OnRecord(state, register, item.Id);
    }

    /// <summary>Items in a list, of those that the caller may read: on record as one reading of the register.</summary>
    public static Decision OfList(PlanState state, RegisterDefinition register, Caller who) => RightsTable.Role(nameof(ReadItem), who) ?? OnRecord(state, register, null);

    /// <summary>Whether reading these texts is on record.</summary>
    public static bool IsPersonal(RegisterDefinition register, IEnumerable<string> columns) => register.Columns.Any(c => c.Personal == true && columns.Contains(c.Id));

    private static Decision OnRecord(PlanState state, RegisterDefinition register, string? item) =>
        register.Columns.Any(c => c.Personal == true) ? Decision.Of(new ProtectedRead(nameof(ReadItem), Registers.Register.StreamOf(state.Plan.Id, register.Id), item)) : Decision.Of();

    /// <summary>Items of a register that name a unit, or one that it has succeeded in the register's measure.</summary>
    public static Func<RegisterItem, bool> Naming(PlanState state, RegisterDefinition register, string unit, DateOnly day) =>
        Keeping.MatterOf(state, register, day).Items is var about ? item => item.Names(unit, day, state.Plan, about) : _ => false;

    /// <summary>Which items of a register a caller may read.</summary>
    public static Func<RegisterItem, bool> MaySee(PlanState state, RegisterDefinition register, Caller who, DateOnly today)
    {
        var matter = Keeping.MatterOf(state, register, today);
        if (RightsTable.Check(nameof(ReadItem), who, matter, state.Plan) is null)
            return _ => true;
        if (RightsTable.Role(nameof(ReadItem), who) is not null)
            return _ => false;
        var kept = state.Registers.GetValueOrDefault(register.Id);
        return item => kept?.Find(item.Id) is { } present && RightsTable.Check(nameof(ReadItem), who, matter with { Addressees = present.UnitsOn(today) }, state.Plan) is null;
    }
}
