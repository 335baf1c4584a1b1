using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Service.Ledger;

/// <summary>How much of a plan a command locks.</summary>
public enum WriteScope
{
    /// <summary>One task's stream.</summary>
    Task,

    /// <summary>One other stream, which may be new: a complaint, a register, a file. What it reads of the rest of the plan is as last committed.</summary>
    Stream,

    /// <summary>The plan with all its streams: issuing, amending, clarifying, opening and closing rounds.</summary>
    Plan,
}

/// <summary>One command on its way into the ledger.</summary>
public sealed record Write
{
    public required string Jurisdiction { get; init; }
    public required Caller Who { get; init; }
    public required string Plan { get; init; }

    /// <summary>The command's own stream.</summary>
    public required string Stream { get; init; }
    public required WriteScope Scope { get; init; }
    public required Func<PlanState?, Moment, Decision> Decide { get; init; }
    public IReadOnlyList<DraftText> Texts { get; init; } = [];

    /// <summary>Whether it gives a document number: such commands of a jurisdiction wait for each other, whatever their plan and stream, so that none is given twice.</summary>
    public bool Numbers { get; init; }

    /// <summary>SHA-256 of every file that the command cites.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
    public IReadOnlyList<(string Table, byte[] Content, string? Name)> Files { get; init; } = [];

    /// <summary>Rows that go beside the ledger in the same transaction, too many to hold in memory.</summary>
    public Func<Npgsql.NpgsqlConnection, CancellationToken, Task>? Beside { get; init; }
    public string? IdempotencyKey { get; init; }

    /// <summary>SHA-256 over method, path and body.</summary>
    public byte[] ContentHash { get; init; } = [];
    public long? IfMatch { get; init; }

    /// <summary>HTTP status of the first answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>For imported history only: the recording time that the older register claims.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>What the import mark says: <c>register</c> or <c>demonstration</c>; null for a live write outside a demonstration.</summary>
    public string? ImportMark { get; init; }

    /// <summary>For imported history only: the line that the events come from, written in each of them.</summary>
    public Import.LinePlace? Line { get; init; }
}

/// <summary>What came of a command.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    public sealed record Accepted(Receipt Receipt, bool Repeated) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>A reading that is on record already: nothing was appended.</summary>
    public sealed record OnRecord : Outcome;

    /// <summary>The key stood for another content.</summary>
    public sealed record KeyReused : Outcome;

    /// <summary>If-Match named another version than the present one.</summary>
    public sealed record Stale(long Version) : Outcome;
}
