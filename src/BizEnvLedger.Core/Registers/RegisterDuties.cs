using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Registers.Acts;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Registers;

/// <summary>What waits in the registers: overdue items, settlements to release and to confirm, dispatches that the plan orders.</summary>
public static class RegisterDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day)
    {
        var rules = state.Plan.Rules.Registers;
        foreach (var definition in state.Plan.On(day).Registers)
        {
            var register = state.Registers.GetValueOrDefault(definition.Id);
            foreach (var period in DispatchPeriod.Ordered(definition, state.Plan).Where(p => p.Last < day && register?.Dispatches.Exists(d => d.Of.Period == p.Word) != true))
                yield return new("register-dispatch", nameof(DispatchRegister), $"{definition.Id}@{period.Word}", null, [], period.Last.AddDays(1), period.Last.AddDays(rules.DispatchDays), []);
            foreach (var item in register?.Items ?? [])
            {
                var matter = Keeping.MatterOf(state, definition, item, day);
                string[] Held(IEnumerable<string> units) => [.. units.Select(u => state.Plan.Roster.Successions.Holder(u, day, matter.Items)).Distinct()];
                if (item.Pending is { Release: null } claimed)
                    yield return new("register-release", nameof(ReleaseSettlement), item.Id, null, Held([claimed.Unit]), claimed.Entry.RecordedOn, null, [claimed.Id]) { NotBy = [claimed.Entry.User] };
                else if (item.Pending is { Release: { } release } released)
                    yield return new Duty("register-confirmation", nameof(ConfirmSettlement), item.Id, null, [], release.RecordedOn, state.Plan.Calendar.After(release.RecordedOn, rules.ConfirmWorkingDays), [released.Id, release.Event])
                        .Apart(matter with { Owners = [released.Unit] });
                else if (item.OverdueDays(day, state.Plan) is > 0 and var days)
                {
                    // Whom the item names answers; where it names nobody, whoever keeps the register.
                    var named = matter.Addressees.ToList();
                    yield return new("register-item-overdue", nameof(SettleItem), item.Id, null, Held(named.Count > 0 ? named : matter.DataOwners.Concat(matter.Leads)), day.AddDays(1 - days), day.AddDays(-days), item.Events);
                }
            }
        }
    }
}
