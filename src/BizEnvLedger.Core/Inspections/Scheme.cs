using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections;

/// <summary>督查方案: what a round inspects, and by whom.</summary>
/// <param name="Tasks">Numbers of the tasks; null for every numbered task.</param>
public sealed record Scheme(Entry Entry, IReadOnlyList<string>? Tasks, IReadOnlyList<Team> Teams)
{
    /// <summary>When it was approved and so announced; null while it is a draft.</summary>
    public Entry? Approval { get; init; }

    /// <summary>SHA-256 of the leader's secret; null in schemes from before there was one.</summary>
    public string? Commitment { get; init; }

    /// <summary>The member as whom a person inspects a task; null where the person is on no team of it.</summary>
    public TeamMember? MemberOf(string sub, string task) => Teams.Where(t => t.Tasks.Contains(task)).SelectMany(t => t.Members).FirstOrDefault(m => m.Sub == sub);

    public IReadOnlyList<string> InspectorsOf(string task) => [.. Teams.Where(t => t.Tasks.Contains(task)).SelectMany(t => t.Members).Select(m => m.Sub).Distinct()];
}

/// <summary>督查组, with the tasks that it inspects.</summary>
/// <param name="Name">Short id: lower-case letters, digits and hyphens.</param>
public sealed record Team(string Name, IReadOnlyList<TeamMember> Members, IReadOnlyList<string> Tasks);

/// <summary>An inspector by <c>sub</c> and home unit: what separation of duties needs, and no more.</summary>
public sealed record TeamMember(string Sub, string HomeUnit);
