namespace BizEnvLedger.Core.Ledger;

/// <summary>What a decision yields: the events to append, or the refusal. Refusals are values, never exceptions.</summary>
public sealed class Decision
{
    private Decision(IReadOnlyList<object> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    public IReadOnlyList<object> Events { get; }
    public Refusal? Refusal { get; }

    public static Decision Of(params object[] events) => new(events, null);

    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}

/// <summary>An event for another stream than the command's own, for the few acts that touch several.</summary>
public sealed record Addressed(string Stream, object Event);

/// <summary>Why a command is refused: a stable code, where in the command the reason lies, and the values that the message names.</summary>
public sealed record Refusal(string Code, RefusalKind Kind, string? Field = null)
{
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What else is wrong, where all of it is told at once.</summary>
    public IReadOnlyList<Refusal> Also { get; init; } = [];

    /// <summary>All of them as one; null where there is none.</summary>
    public static Refusal? Of(IReadOnlyList<Refusal> all) => all.Count == 0 ? null : all.Count == 1 ? all[0] : all[0] with { Also = [.. all.Skip(1)] };

    public static Refusal NotFound(string code, string? field = null, params (string Key, object? Value)[] values) => Make(code, RefusalKind.NotFound, field, values);

    public static Refusal NotAllowed(string code, string? field = null, params (string Key, object? Value)[] values) => Make(code, RefusalKind.NotAllowed, field, values);

    public static Refusal Conflict(string code, string? field = null, params (string Key, object? Value)[] values) => Make(code, RefusalKind.Conflict, field, values);

    public static Refusal Invalid(string code, string? field = null, params (string Key, object? Value)[] values) => Make(code, RefusalKind.Invalid, field, values);

    private static Refusal Make(string code, RefusalKind kind, string? field, (string Key, object? Value)[] values) =>
        new(code, kind, field)
        {
            Values = values.ToDictionary(x => x.Key, x => x.Value switch
            {
                DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                var other => other?.ToString() ?? "",
            }),
        };
}

/// <summary>What kind of refusal it is.</summary>
public enum RefusalKind
{
    /// <summary>The thing named does not exist.</summary>
    NotFound,

    /// <summary>The caller has no right to it.</summary>
    NotAllowed,

    /// <summary>It does not fit the present state.</summary>
    Conflict,

    /// <summary>The command itself is wrong.</summary>
    Invalid,
}
