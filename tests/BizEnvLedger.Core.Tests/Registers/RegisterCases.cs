using BizEnvLedger.Core.Registers.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Registers.RegisterActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Registers;

/// <summary>Every command on a register in a situation in which the right caller is accepted: housing keeps it, energy leads and water cooperates on its measure, north is named by the item.</summary>
[RightsCases]
internal static class RegisterCases
{
    private static readonly Story Owing = Given(Ordered(), Owed("2021-02-01", "2021-03-31"));
    private static readonly Story Filed = Given(Ordered(), Add("schemes", People.Office, "2021-02-01", [Is("unit", "north")]));
    private static readonly Story Paid = Owing.And(Change("arrears-1", People.Housing, "2021-03-01", [Is("paid", 100)]));
    private static readonly Story Claimed = Paid.And(Settle("arrears-1", People.North, "2021-03-01"));
    private static readonly Story Released = Claimed.And(Release("arrears-1", "north", "2021-03-02"));

    public static IEnumerable<RightsCase> Cases() =>
    [
        Kept(nameof(AddItem), Owing, Owed("2021-02-01", "2021-03-31")),
        Kept(nameof(ChangeItem), Owing, Change("arrears-1", People.Housing, "2021-03-01", [Is("paid", 1)])),
        Kept(nameof(WithdrawItem), Owing, Withdraw("arrears-1", People.Housing, "2021-03-01")),
        Kept(nameof(ImportItems), Owing, Import("arrears", People.Housing, "2021-03-01", [new(2, null, null, [Is("amount", 5)], null)])),
        new("AddItem unkept", Filed, Add("schemes", People.Office, "2021-02-02", [Is("unit", "water")])) { Addressee = "north" },
        new("ChangeItem unkept", Filed, Change("schemes-1", People.Office, "2021-02-02", [Is("unit", "water")])) { Addressee = "north" },
        new("WithdrawItem unkept", Filed, Withdraw("schemes-1", People.Office, "2021-02-02")) { Addressee = "north" },
        new("ImportItems unkept", Filed, Import("schemes", People.Office, "2021-02-02", [new(2, null, null, [Is("unit", "water")], null)])) { Addressee = "north" },
        Kept(nameof(SettleItem), Paid, Settle("arrears-1", People.North, "2021-03-02")) with { Addressee = "north" },
        new(nameof(ReleaseSettlement), Claimed, Release("arrears-1", "north", "2021-03-02")) { Owner = "north", Doer = "north-clerk", Lead = "energy", DataOwner = "housing" },
        Kept(nameof(ConfirmSettlement), Released, Confirm("arrears-1", "2021-03-03")) with { Addressee = "north", Owner = "north", Doer = "north-approver" },
        Kept(nameof(ReturnSettlement), Released, Return("arrears-1", "2021-03-03")) with { Addressee = "north", Owner = "north", Doer = "housing-clerk" },
        Kept(nameof(DispatchRegister), Owing, Dispatch("arrears", "2021-02", "2021-03-01")),
        Kept(nameof(ReadItem), Owing, Read("arrears-1", People.Housing, "2021-03-01")) with { Addressee = "north" },
        Kept(nameof(ExportRegister), Owing, Export("arrears", People.Housing, "2021-03-01")),
    ];

    private static RightsCase Kept(string command, Story given, Act when) => new(command, given, when) { Lead = "energy", Cooperating = "water", DataOwner = "housing" };
}
