using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Inspections.Acts;

/// <summary>
/// 督查方案: the office drafts which tasks are inspected and by whom; until the round is closed a later draft can take its place, once approved.
/// Refused: not the office, not a half-year of the plan, not begun, closed; unknown or repeated tasks; no team; a team without a proper name, members or tasks;
/// a task outside the scope, or of no team; an unknown home unit, or one that leads or cooperates on a task of its team; no purpose.
/// </summary>
/// <param name="Tasks">Numbers; null for every numbered task.</param>
public sealed record DraftScheme(HalfYear HalfYear, IReadOnlyList<string>? Tasks, IReadOnlyList<Team> Teams, DraftText? Purpose)
{
    private const int NameLimit = 40;
    private const int SubLimit = 200;

    public static Decision Decide(PlanState state, DraftScheme command, Caller who, Moment now)
    {
        var plan = state.Plan;
        var numbered = state.HeldBy(now.On).Where(t => t.On(now.On).Task.Number > 0).Select(t => t.No).ToList();
        return RightsTable.Role(nameof(DraftScheme), who)
            ?? OpenInspection.Begun(plan, command.HalfYear, now)
            ?? (plan.FindRound(command.HalfYear)?.Closed is not null ? Refusal.Conflict("round-closed-already", null, ("halfYear", command.HalfYear)) : null)
            ?? Scope(command.Tasks ?? numbered, numbered)
            ?? TeamsOf(command, command.Tasks ?? numbered)
            ?? Apart(state, command, now)
            ?? Checks.Text(command.Purpose, "purpose", plan)
            ?? Decision.Of(new InspectionSchemeDrafted(plan.Id, command.HalfYear.ToString(), command.Tasks, command.Teams, TextSeal.Of(command.Purpose!)));
    }

    private static Refusal? Scope(IReadOnlyList<string> tasks, List<string> numbered) =>
        tasks.Count == 0 ? Refusal.Invalid("scheme-without-tasks", "tasks")
        : tasks.FirstOrDefault(t => !numbered.Contains(t)) is { } unknown ? Refusal.Invalid("unknown-task", "tasks", ("task", unknown))
        : tasks.Distinct().Count() != tasks.Count ? Refusal.Invalid("task-twice", "tasks")
        : null;

    private static Refusal? TeamsOf(DraftScheme command, IReadOnlyList<string> scope)
    {
        if (command.Teams.Count == 0)
            return Refusal.Invalid("scheme-without-teams", "teams");
        foreach (var team in command.Teams)
        {
            if (team.Name.Length is 0 or > NameLimit || !team.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
                return Refusal.Invalid("team-name-malformed", "teams", ("name", team.Name.Length > NameLimit ? team.Name[..NameLimit] : team.Name));
            if (team.Members.Count == 0 || team.Tasks.Count == 0)
                return Refusal.Invalid("team-incomplete", "teams", ("team", team.Name));
            if (team.Members.Any(m => m.Sub.Length is 0 or > SubLimit || m.Sub.Any(char.IsControl)))
                return Refusal.Invalid("member-malformed", "teams", ("team", team.Name));
            if (team.Tasks.FirstOrDefault(t => !scope.Contains(t)) is { } outside)
                return Refusal.Invalid("task-outside-scheme", "teams", ("task", outside), ("team", team.Name));
        }

        if (command.Teams.Select(t => t.Name).Distinct().Count() != command.Teams.Count)
            return Refusal.Invalid("team-twice", "teams");
        return scope.FirstOrDefault(t => command.Teams.All(team => !team.Tasks.Contains(t))) is { } left ? Refusal.Invalid("task-without-team", "teams", ("task", left)) : null;
    }

    /// <summary>回避: nobody inspects what the own home unit leads or cooperates on.</summary>
    private static Refusal? Apart(PlanState state, DraftScheme command, Moment now)
    {
        foreach (var team in command.Teams)
            foreach (var member in team.Members)
            {
                if (state.Plan.FindUnit(member.HomeUnit) is null)
                    return Refusal.Invalid("unknown-unit", "teams", ("unit", member.HomeUnit));
                foreach (var no in team.Tasks)
                    if (Inspecting.Parties(state.Tasks[no], command.HalfYear, now.On).Any(u => state.Plan.IsParty(u, member.HomeUnit, now.On, [])))
                        return Refusal.Invalid("member-in-conflict", "teams", ("person", member.Sub), ("unit", member.HomeUnit), ("task", no), ("team", team.Name));
            }

        return null;
    }
}

/// <summary>督查方案批准: a leader approves the draft, and so announces the check. Refused: nothing drafted, not a leader, approved already, the person who drafted it.</summary>
public sealed record ApproveScheme(HalfYear HalfYear)
{
    public static Decision Decide(PlanState state, ApproveScheme command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(ApproveScheme), who) is { } refusal)
            return refusal;
        if (state.Plan.InspectionOf(command.HalfYear).Draft is not { } draft)
            return Refusal.NotFound("unknown-scheme", null, ("halfYear", command.HalfYear));
        if (draft.Approval is not null)
            return Refusal.Conflict("scheme-approved-already", null, ("halfYear", command.HalfYear));
        var matter = new Matter(command.HalfYear.ToString(), now.On) { Doers = [draft.Entry.User], NotTheDoer = "drafter-never-approves" };
        return RightsTable.Check(nameof(ApproveScheme), who, matter, state.Plan)
            ?? (Decision)Decision.Of(new InspectionSchemeApproved(state.Plan.Id, command.HalfYear.ToString(), draft.Entry.Event));
    }
}
