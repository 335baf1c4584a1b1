namespace BizEnvLedger.Core.Registers;

/// <summary>Numbers of the registers (台账), part of the rule set.</summary>
public sealed record RegisterRules
{
    /// <summary>Longest text cell, in characters: a name, a number, a contract; more belongs into evidence.</summary>
    public int TextLimit { get; init; } = 500;

    /// <summary>Most items of one register, withdrawn ones included: beyond it a business system of its own is due.</summary>
    public int MostItems { get; init; } = 20_000;

    /// <summary>Most rows of one workbook that comes in: it is one transaction, and others wait for it.</summary>
    public int MostImportRows { get; init; } = 2_000;

    /// <summary>An amount or number must stay below this.</summary>
    public decimal ValueBound { get; init; } = 100_000_000_000m;

    /// <summary>Most decimals of an amount or number: with the bound, as many digits as a spreadsheet keeps.</summary>
    public int MostDecimals { get; init; } = 4;

    /// <summary>Working days that the office has to confirm or return a released settlement: as for a milestone.</summary>
    public int ConfirmWorkingDays { get; init; } = 15;

    /// <summary>Days after a period's last within which its dispatch is in time.</summary>
    public int DispatchDays { get; init; } = 15;

    /// <summary>A unit is behind with an item that is overdue by more than so many days.</summary>
    public int BehindDays { get; init; }

    /// <summary>A unit is noticed as behind with at least so many such items.</summary>
    public int BehindItems { get; init; } = 1;
}
