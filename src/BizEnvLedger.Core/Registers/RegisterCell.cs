namespace BizEnvLedger.Core.Registers;

/// <summary>A typed cell of an item: one of unit, number or day, as its column says. A cell without any is empty. Text cells are not among them: they lie under a seal.</summary>
/// <param name="Number">An amount or number, in whatever unit of measure the column's title names.</param>
public sealed record RegisterCell(string Column, string? Unit = null, decimal? Number = null, DateOnly? Day = null)
{
    public bool IsEmpty() => Unit is null && Number is null && Day is null;
}

/// <summary>A cell on its way in: a word (a unit's id, a date, a status) or a number; neither empties it.</summary>
public sealed record CellDraft(string Column, string? Word = null, decimal? Number = null)
{
    public bool IsEmpty() => Word is null && Number is null;
}
