namespace BizEnvLedger.Core.Ledger;

/// <summary>One event as the ledger holds it: the fact, who recorded it and when, and its leaf.</summary>
/// <param name="Id">The event's id, by which corrections, claims and figures name it.</param>
/// <param name="Stream">Its stream: one for each task.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Leaf">Its place in the jurisdiction's ledger, gapless from 0.</param>
/// <param name="RecordedAt">When the ledger took it in; for imported history, the time that the older register claims.</param>
/// <param name="RecordedOn">The jurisdiction's day of <paramref name="RecordedAt"/>.</param>
/// <param name="SealedAt">The database's own time, taken under the seal lock.</param>
/// <param name="User">The caller's <c>sub</c>.</param>
/// <param name="Imported">Whether the recording time is claimed by an older register or by the demonstration clock.</param>
public sealed record Recorded(
    Guid Id, string Stream, long Version, long Leaf,
    DateTimeOffset RecordedAt, DateOnly RecordedOn, DateTimeOffset SealedAt,
    string User, bool Imported, object Data)
{
    /// <summary>The time that an as-of question is answered by: the seal's, or the claimed one of imported history.</summary>
    public DateTimeOffset KnownAt => Imported ? RecordedAt : SealedAt;
}

/// <summary>Now, as the jurisdiction's clock and calendar have it.</summary>
public sealed record Moment(DateTimeOffset At, DateOnly On)
{
    /// <summary>How far the jurisdiction's clock is ahead of UTC.</summary>
    public TimeSpan Offset { get; init; } = At.Offset;

    /// <summary>What the jurisdiction's clock shows.</summary>
    public DateTime Local => At.ToOffset(Offset).DateTime;
}

/// <summary>Who calls: judged by <c>sub</c>, roles, home unit and the units that the caller may act for.</summary>
public sealed record Caller(string Sub, IReadOnlySet<Role> Roles, string? HomeUnit, IReadOnlySet<string> Units)
{
    public bool Is(Role role) => Roles.Contains(role);
}

/// <summary>What a caller may be.</summary>
public enum Role
{
    Unit,
    Approver,

    /// <summary>督查室.</summary>
    Office,

    /// <summary>领导小组办公室.</summary>
    GroupOffice,
    Leader,
    DeputiesOffice,
    Auditor,
    Admin,

    /// <summary>A unit's registered business system.</summary>
    System,

    /// <summary>Anybody, by the public form. No token gives it.</summary>
    Public,

    /// <summary>The ledger itself, for what it does by rule. No token gives it.</summary>
    Ledger,

    /// <summary>Whoever runs the owner's command line on the machine. No token gives it.</summary>
    Owner,
}
