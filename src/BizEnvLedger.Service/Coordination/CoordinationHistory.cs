using System.Text.Json;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Coordination;

/// <summary>An act on a request, paper or dispute, as a history file writes it: <c>of</c> names it, by id or <c>@label</c>; <c>body</c> is what the API takes.</summary>
public sealed record OnItem<TBody>(Guid? Of, TBody? Body) where TBody : class;

/// <summary>
/// Acts of coordination in history files. What begins something has the line's <c>task</c> and the API's body; what follows has
/// <c>{"of": "@label", "body": {…}}</c> and is found by it.
/// </summary>
[HistoryActs]
public static class CoordinationHistory
{
    public static void Add(HistoryActs acts)
    {
        Begin<CooperationBody>(acts, "request", CoordinationActs.Ask);
        Follow<CooperationAnswerBody>(acts, "request-answer", CoordinationActs.Answer);
        Follow<CooperationRulingBody>(acts, "request-adjudicate", CoordinationActs.Adjudicate);
        Follow<CooperationEscalationBody>(acts, "request-escalate", CoordinationActs.Escalate);
        Follow<CooperationRulingBody>(acts, "request-decide", CoordinationActs.Decide);
        Follow<CooperationFulfilmentBody>(acts, "request-fulfil", CoordinationActs.Fulfil);
        Follow<CooperationConfirmationBody>(acts, "request-confirm", CoordinationActs.Confirm);
        foreach (var (word, kind) in new[] { ("instruction", DemandKind.Instruction), ("urge", DemandKind.Urge), ("order", DemandKind.Order) })
        {
            Begin<PaperBody>(acts, word, b => CoordinationActs.Issue(b, kind));
            Follow<PaperReplyBody>(acts, word + "-reply", (b, id) => CoordinationActs.Reply(b, kind, id));
        }

        Follow<OrderSignatureBody>(acts, "order-sign", CoordinationActs.Sign);
        Follow<OrderClosingBody>(acts, "order-close", CoordinationActs.Close);
        Begin<DisputeBody>(acts, "dispute", CoordinationActs.Dispute);
        Follow<DisputeReleaseBody>(acts, "dispute-release", (_, id) => CoordinationActs.Release(id));
        Follow<DisputeDecisionBody>(acts, "dispute-decide", CoordinationActs.Rule);
        Follow<WithdrawalBody>(acts, "request-withdraw", (b, id) => TaskActs.Withdraw(b, RequestKind.Cooperation, id));
        Follow<WithdrawalBody>(acts, "dispute-withdraw", (b, id) => TaskActs.Withdraw(b, RequestKind.Dispute, id));
    }

    private static void Begin<TBody>(HistoryActs acts, string word, Func<TBody, Prepared> prepare) where TBody : class =>
        acts.Add<TBody>(word, (line, body, state) => On(state, line.Task is { } no && state.Tasks.ContainsKey(no) ? no : throw Unknown(word), prepare(body)));

    private static void Follow<TBody>(HistoryActs acts, string word, Func<TBody, Guid, Prepared> prepare) where TBody : class =>
        acts.Add<OnItem<TBody>>(word, (_, body, state) => body.Of is { } id && state.Tasks.Values.FirstOrDefault(t => t.Coordination.Has(id)) is { } task
            ? On(state, task.No, prepare(body.Body ?? JsonSerializer.Deserialize<TBody>("{}", LedgerJson.Options)!, id))
            : throw Unknown(word));

    private static (string Stream, WriteScope Scope, PlanAct Act) On(PlanState state, string no, Prepared act) =>
        (PlanTask.StreamOf(state.Plan.Id, no), WriteScope.Task, new((s, who, now) => act.Decide(s.Tasks[no], s.Plan, who, now), act.Texts, act.Evidence));

    private static LedgerRefusal Unknown(string word) => new($"“{word}”所指的任务或事项不存在", $"There is no such task or matter for {word}");
}
