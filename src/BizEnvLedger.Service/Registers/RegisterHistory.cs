using BizEnvLedger.Core.Registers;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Registers;

/// <summary>Acts on registers in history files. The line's <c>key</c> is the register's id, or the item's where the act is on one.</summary>
[HistoryActs]
public static class RegisterHistory
{
    public static void Add(HistoryActs acts)
    {
        OnRegister<ItemBody>("register-item", RegisterActs.Add);
        OnRegister<RegisterDispatchBody>("register-dispatch", RegisterActs.Dispatch);
        OnItem<ItemChangeBody>("register-change", RegisterActs.Change);
        OnItem<ItemWithdrawalBody>("register-withdrawal", RegisterActs.Withdraw);
        OnItem<SettlementBody>("register-settlement", RegisterActs.Settle);
        OnItem<SettlementReleaseBody>("register-release", RegisterActs.Release);
        OnItem<SettlementConfirmationBody>("register-confirmation", RegisterActs.Confirm);
        OnItem<SettlementReturnBody>("register-return", RegisterActs.Return);

        void OnRegister<TBody>(string act, Func<string, TBody, PlanAct> prepare) where TBody : class => acts.Add<TBody>(act, (line, body, state) =>
            (Register.StreamOf(state.Plan.Id, line.Key ?? ""), WriteScope.Stream, prepare(line.Key ?? "", body)));

        void OnItem<TBody>(string act, Func<string, string, TBody, PlanAct> prepare) where TBody : class => acts.Add<TBody>(act, (line, body, state) =>
        {
            var (item, register) = (line.Key ?? "", line.Key?[..Math.Max(0, line.Key.LastIndexOf('-'))] ?? "");
            return (Register.StreamOf(state.Plan.Id, register), WriteScope.Stream, prepare(register, item, body));
        });
    }
}
