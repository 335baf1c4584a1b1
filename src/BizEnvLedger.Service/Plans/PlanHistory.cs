using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Plans;

/// <summary>Acts on a plan in history files: <c>key</c> is the unit.</summary>
[HistoryActs]
public static class PlanHistory
{
    public static void Add(HistoryActs acts) =>
        acts.Add<SystemBody>("system", (line, body, state) => (state.Plan.Id, WriteScope.Plan, PlanCommands.Register(body, line.Key ?? "")));
}
