using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Tests.Rights;

/// <summary>
/// A command of the table in a situation in which the right caller is accepted, and who is who in it. A unit that stands in no such relation is left out;
/// <c>tax</c> stands in none, <c>inspectorate</c> is the home unit of a judge from outside.
/// </summary>
internal sealed record RightsCase(string Command, Story Given, Act When)
{
    public string? Lead { get; init; }
    public string? Cooperating { get; init; }
    public string? DataOwner { get; init; }
    public string? Addressee { get; init; }
    public string? Owner { get; init; }

    /// <summary>A further unit whose people may not judge.</summary>
    public string? Party { get; init; }

    /// <summary>The person who did what is released or judged.</summary>
    public string? Doer { get; init; }

    /// <summary>The one person named for it.</summary>
    public string? Named { get; init; }
    public string Outside { get; init; } = "tax";
    public string Apart { get; init; } = "inspectorate";

    /// <summary>Whether the command asks the caller's units at all, or only a home unit.</summary>
    public override string ToString() => Command;
}

/// <summary>Marks a class whose static <c>Cases()</c> gives a slice's commands in situations.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RightsCasesAttribute : Attribute;
