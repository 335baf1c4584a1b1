using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Import;

/// <summary>Marks a public static class whose <c>Add(HistoryActs)</c> names a slice's acts for the import of history.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HistoryActsAttribute : Attribute;

/// <summary>
/// Acts of the other matters of a plan, by the word that a history file has for them. The line's <c>key</c> names the matter, its <c>body</c> is what the API takes.
/// </summary>
public sealed class HistoryActs
{
    private readonly Dictionary<string, Func<HistoryPlace, HistoryLine, Func<Type, object>, PlanState, Task<(string Stream, WriteScope Scope, PlanAct Act)>>> acts = [];

    /// <param name="act">The line's <c>act</c>.</param>
    /// <param name="prepare">From the line, its body and the plan as recorded so far to the matter's stream, its scope and the act.</param>
    public void Add<TBody>(string act, Func<HistoryLine, TBody, PlanState, (string Stream, WriteScope Scope, PlanAct Act)> prepare) where TBody : class =>
        acts.Add(act, (_, line, body, state) => Task.FromResult(prepare(line, (TBody)body(typeof(TBody)), state)));

    /// <summary>The same for an act that needs what lies beside the ledger: a frozen data set, a document to be drawn.</summary>
    public void Add<TBody>(string act, Func<HistoryPlace, HistoryLine, TBody, PlanState, Task<(string Stream, WriteScope Scope, PlanAct Act)>> prepare) where TBody : class =>
        acts.Add(act, (place, line, body, state) => prepare(place, line, (TBody)body(typeof(TBody)), state));

    internal bool Has(string act) => acts.ContainsKey(act);

    internal Task<(string Stream, WriteScope Scope, PlanAct Act)> PrepareAsync(HistoryPlace place, HistoryLine line, Func<Type, object> body, PlanState state) => acts[line.Act](place, line, body, state);
}

/// <summary>Where a line is being imported.</summary>
public sealed record HistoryPlace(IServiceProvider Services, Volume Volume, CancellationToken Cancelled);
