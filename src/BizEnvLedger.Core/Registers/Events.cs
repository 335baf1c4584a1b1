using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Registers;

/// <summary>台账登记: an item enters a register. What is typed stands in the clear; all its text cells are under one seal, over their canonical JSON (<see cref="ItemTexts"/>).</summary>
/// <param name="Unit">Unit that keeps it so; null where an office without a unit's right entered it.</param>
public sealed record RegisterItemAdded(string Register, string Item, string? Unit, IReadOnlyList<RegisterCell> Cells, TextSeal? Texts, DateOnly EffectiveOn);

/// <summary>台账变更: cells of an item have other values from a day on; what stood before stays in the item's history.</summary>
/// <param name="Cells">The changed cells alone; one without a value is emptied.</param>
/// <param name="Texts">All text cells of the item as they now are; null where none of them changed.</param>
public sealed record RegisterItemChanged(string Register, string Item, string? Unit, IReadOnlyList<RegisterCell> Cells, TextSeal? Texts, DateOnly EffectiveOn);

/// <summary>销账申请: a unit says with evidence that an item is done.</summary>
public sealed record RegisterSettlementClaimed(string Register, string Item, string Unit, DateOnly EffectiveOn, TextSeal? Narrative, IReadOnlyList<string> Evidence);

/// <summary>审签: the claiming unit's approver lets the settlement out.</summary>
public sealed record RegisterSettlementReleased(string Register, string Item, string Unit, Guid Claim);

/// <summary>销账: the office, from another home unit, found the settlement true.</summary>
public sealed record RegisterItemSettled(string Register, string Item, string HomeUnit, Guid Claim, TextSeal? Finding);

/// <summary>退回: the office did not find the settlement true; the item is open as before.</summary>
public sealed record RegisterSettlementReturned(string Register, string Item, string HomeUnit, Guid Claim, TextSeal Reason);

/// <summary>撤销: an item should not have stood in the register, or no longer belongs there. It stays in the history and is counted apart.</summary>
public sealed record RegisterItemWithdrawn(string Register, string Item, string? Unit, TextSeal Reason);

/// <summary>调度、通报: the register as it stood for a period, its figures frozen, and the units that are behind.</summary>
/// <param name="Period">2021-05, 2021Q2, 2021H1 or 2021.</param>
/// <param name="AsOf">Last day whose facts count: the period's last, or the day of the dispatch where the period still runs.</param>
/// <param name="Version">Version of the register's stream on which every figure rests.</param>
/// <param name="Settled">Events that settled an item within the period.</param>
public sealed record RegisterDispatched(
    string Register, string Period, DateOnly AsOf, long Version, RegisterCounts Counts, IReadOnlyList<UnitBehind> Behind, IReadOnlyList<Guid> Settled, TextSeal? Note);

/// <summary>导出: the whole register left as a workbook with its texts, by the hash of its bytes.</summary>
public sealed record RegisterExported(string Register, int Items, string Sha256);
