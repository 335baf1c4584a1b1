using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>What the plan asks of units as such.</summary>
internal static class ObligationChecks
{
    public static void Check(PlanPlaces places, Mistakes mistakes)
    {
        Obligation(places, "$.implementationPlans", places.Plan.ImplementationPlans, mistakes);
        Obligation(places, "$.firstResponsible", places.Plan.FirstResponsible, mistakes);
    }

    private static void Obligation(PlanPlaces places, string path, UnitObligation? asked, Mistakes mistakes)
    {
        if (asked is null)
            return;
        mistakes.NotEmpty(path + ".clause", asked.Clause);
        mistakes.NotEmpty(path + ".whose", asked.Whose);
        if (asked.Scope.Count == 0)
            mistakes.Add(path + ".scope", "binds-nobody",
                "The obligation binds no kind of unit.", "没有列出要求哪类单位。",
                "Name a kind of unit, or leave the obligation out.", "请至少列出一类单位，或删去此项要求。");
        for (var i = 0; i < asked.Scope.Count; i++)
            if (asked.Scope[i].Kind == UnitKind.Group)
                mistakes.Add($"{path}.scope[{i}].kind", "group-in-scope",
                    "A group does nothing itself; its members do.", "组不能自行办理，由其成员办理。",
                    "Name the kinds of its members.", "请写其成员的类型。");
        if (asked.Due < places.Plan.IssuedOn)
            mistakes.Add(path + ".due", "due-before-issue",
                $"It is due ({asked.Due:yyyy-MM-dd}) before the plan is issued ({places.Plan.IssuedOn:yyyy-MM-dd}).", $"期限（{asked.Due:yyyy-MM-dd}）早于计划印发日（{places.Plan.IssuedOn:yyyy-MM-dd}）。",
                "Correct the day; leave it out where the document sets none.", "请更正日期；文件未定期限的，请删去。");
    }
}
