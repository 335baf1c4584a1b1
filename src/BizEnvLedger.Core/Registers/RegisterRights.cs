using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Registers.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Registers;

/// <summary>
/// Who keeps a register: its keeper and the units of the ordering measure; an office too where the plan names no keeper. Whom an item names may say that it is settled;
/// that unit's approver releases it, and the supervision office confirms it from another home unit.
/// An item's parties and texts are read by those, by the unit that it names, and by who supervises; not by who runs the machine.
/// </summary>
public static class RegisterRights
{
    private static readonly string[] Keep = [nameof(AddItem), nameof(ChangeItem), nameof(ImportItems), nameof(WithdrawItem)];

    public static IReadOnlyList<Right> All { get; } =
    [
        .. Keep.SelectMany(c => new[] { c, Keeping.Unkept(c) }).SelectMany(c => new Right[] { new(c, Role.Unit, Relation.DataOwner), new(c, Role.System, Relation.DataOwner) }),
        .. Keep.Select(Keeping.Unkept).SelectMany(c => new Right[] { new(c, Role.GroupOffice, Relation.Any), new(c, Role.Office, Relation.Any) }),
        new(nameof(SettleItem), Role.Unit, Relation.DataOwner),
        new(nameof(SettleItem), Role.Unit, Relation.Addressee),
        new(nameof(ReleaseSettlement), Role.Approver, Relation.SecondPerson),
        new(nameof(ConfirmSettlement), Role.Office, Relation.Apart),
        new(nameof(ReturnSettlement), Role.Office, Relation.Apart),
        new(nameof(DispatchRegister), Role.Office, Relation.Any),
        new(nameof(DispatchRegister), Role.GroupOffice, Relation.Any),
        new(nameof(ExportRegister), Role.Unit, Relation.DataOwner),
        new(nameof(ExportRegister), Role.Approver, Relation.DataOwner),
        .. new[] { nameof(ReadItem), nameof(ExportRegister) }.SelectMany(c => new[] { Role.Office, Role.GroupOffice, Role.Leader, Role.Auditor }.Select(role => new Right(c, role, Relation.Any))),
        .. new[] { Role.Unit, Role.Approver, Role.System }.Select(role => new Right(nameof(ReadItem), role, Relation.DataOwner)),
        .. new[] { Role.Unit, Role.Approver }.Select(role => new Right(nameof(ReadItem), role, Relation.Addressee)),
    ];
}
