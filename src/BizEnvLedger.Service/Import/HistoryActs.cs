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
    private readonly Dictionary<string, Func<HistoryLine, Func<Type, object>, PlanState, (string Stream, WriteScope Scope, PlanAct Act)>> acts = [];

    /// <param name="act">The line's <c>act</c>.</param>
    /// <param name="prepare">From the line, its body and the plan as recorded so far to the matter's stream, its scope and the act.</param>
    public void Add<TBody>(string act, Func<HistoryLine, TBody, PlanState, (string Stream, WriteScope Scope, PlanAct Act)> prepare) where TBody : class =>
        acts.Add(act, (line, body, state) => prepare(line, (TBody)body(typeof(TBody)), state));

    internal bool Has(string act) => acts.ContainsKey(act);

    internal (string Stream, WriteScope Scope, PlanAct Act) Prepare(HistoryLine line, Func<Type, object> body, PlanState state) => acts[line.Act](line, body, state);
}
