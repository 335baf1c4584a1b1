using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;

namespace BizEnvLedger.Core.Tests.Laws;

/// <summary>Acts of coordination for random stories.</summary>
internal static class CoordinationRolls
{
    private static readonly string[] Milestones = ["1.1-m1", "1.1-m2", "1.3-m1"];
    private static readonly string[] Units = ["water", "housing", "north"];

    public static Act? Made(Story story, RandomStory.Roll roll, DateOnly day)
    {
        var on = Iso(day);
        var requests = story.Task("1").Coordination.Requests;
        if (roll.Kind <= 21 || requests.Count == 0)
        {
            var milestone = Milestones[roll.What % 3];
            return Ask(milestone, Units[roll.Who % 3], Iso(day.AddDays(8 + roll.Value)), Lead(story, milestone, on), on);
        }

        var request = requests[roll.What % requests.Count];
        var (asked, limit) = (People.Clerk(request.To), Iso(day.AddDays(roll.Shift - 5)));
        return roll.Kind switch
        {
            22 => Answer(roll.Value % 3 > 0, asked, on, request: request.Id),
            23 => Adjudicate(roll.Value % 4 > 0, roll.Value % 4 > 0 ? limit : null, on, request: request.Id).By(People.Inspector("city")),
            24 => Escalate(roll.Who % 2 == 0 ? asked : Lead(story, request.Milestone, on), on, request: request.Id),
            // Only what nobody has decided can be taken back; the others are settled.
            25 when request.Rulings.IsEmpty && request.DeliveryOn(day) is null && roll.Who % 2 == 0 => Acts.Withdraw(RequestKind.Cooperation, Lead(story, request.Milestone, on), on, request.Id),
            25 => Settle(roll.Value % 3 > 0, roll.Value % 3 > 0 ? limit : null, on, request: request.Id),
            26 => Deliver(asked, on, request: request.Id),
            _ => Take(roll.Value % 3 == 0, Lead(story, request.Milestone, on), on, request: request.Id),
        };
    }

    private static Core.Ledger.Caller Lead(Story story, string milestone, string on) =>
        story.Standing(milestone, on).Chain.Leads is [var first, ..] ? People.Clerk(first == "bureaus" ? "housing" : first) : People.Energy;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
