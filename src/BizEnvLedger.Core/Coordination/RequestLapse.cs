using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Coordination;

/// <summary>What a lead would owe itself, nobody owes.</summary>
public static class RequestLapse
{
    /// <summary>失效: the first day since it was asked on which the unit that was asked led the milestone. It does not come to life again, whoever leads later.</summary>
    public static DateOnly? LapsedOn(this CooperationRequest request, PlanTask task, DateOnly day, ActionPlan plan)
    {
        var made = request.Entry.RecordedOn;
        foreach (var turn in task.ChangesWithin(made, day).Concat(plan.MembershipTurns()).Where(d => made <= d && d <= day).Distinct().Order())
        {
            var chain = task.ResponsibleOn(task.MeasureOf(request.Milestone, turn), turn);
            var asked = plan.Roster.Successions.Holder(request.To, turn, chain.Items);
            if (chain.Leads.Any(l => plan.MembersOf(l, turn, chain.Items).Contains(asked)))
                return turn;
        }

        return null;
    }
}
