using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Service.Ledger;

/// <summary>An act on any matter of a plan, ready to be decided under the locks, with the texts that go beside the ledger and the files that it cites.</summary>
public sealed record PlanAct(Func<PlanState, Caller, Moment, Decision> Decide, IReadOnlyList<DraftText> Texts, IReadOnlyList<string> Evidence)
{
    /// <summary>Whether it gives a document number, which no other paper of the jurisdiction may get meanwhile.</summary>
    public bool Numbers { get; init; }

    /// <summary>Files that the act makes, kept by their hash beside the ledger.</summary>
    public IReadOnlyList<(string Table, byte[] Content, string? Name)> Files { get; init; } = [];

    /// <summary>A command with its decision; texts and cited files are found by the types and names of the command's fields.</summary>
    public static PlanAct Of<TCommand>(TCommand command, Func<PlanState, TCommand, Caller, Moment, Decision> decide) where TCommand : notnull =>
        new((state, who, now) => decide(state, command, who, now), CommandParts<TCommand>.Texts(command), CommandParts<TCommand>.Evidence(command));
}

/// <summary>The texts and the cited files of a command, found once by type.</summary>
internal static class CommandParts<TCommand> where TCommand : notnull
{
    private static readonly System.Reflection.PropertyInfo[] Drafts = [.. typeof(TCommand).GetProperties().Where(p => p.PropertyType == typeof(DraftText))];
    private static readonly System.Reflection.PropertyInfo? Files = typeof(TCommand).GetProperty("Evidence") is { } p && p.PropertyType == typeof(IReadOnlyList<string>) ? p : null;

    public static IReadOnlyList<DraftText> Texts(TCommand command) => [.. Drafts.Select(p => p.GetValue(command)).OfType<DraftText>()];

    public static IReadOnlyList<string> Evidence(TCommand command) => Files?.GetValue(command) as IReadOnlyList<string> ?? [];
}
