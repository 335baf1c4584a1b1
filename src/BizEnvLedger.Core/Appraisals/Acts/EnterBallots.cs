using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>
/// 评议: a deputies' office enters one body's ballots on one unit, as counts of each grade for each aspect. A second entry for the same unit and body
/// must name the one that it corrects, with the reason. Refused: not a deputies' office, not open, scored already, a unit that is unknown, not appraised or gone,
/// an unknown body, aspect or grade, one named twice, counts below nought, more marks than ballots, no ballots, more than the rules take,
/// entered already, a corrected entry that does not stand, no reason for a correction.
/// </summary>
public sealed record EnterBallots(int Year, string Unit, string Body, int Ballots, IReadOnlyList<GradeCount> Counts, Guid? Corrects, DraftText? Reason)
{
    public static Decision Decide(PlanState state, EnterBallots command, Caller who, Moment now)
    {
        if (AppraisalYear.Open(nameof(EnterBallots), who, state, command.Year, out var appraisal) is { } refusal)
            return refusal;
        var rules = appraisal.Rules!.Rules;
        var standing = appraisal.InForce.FirstOrDefault(b => b.Unit == command.Unit && b.Body == command.Body);
        return Checks.Units([command.Unit], "unit", state.Plan, required: true)
            ?? (rules.Kinds.Contains(state.Plan.FindUnit(command.Unit)!.Kind) ? null : Refusal.Invalid("unit-not-appraised", "unit", ("unit", command.Unit)))
            ?? (command.Corrects is null ? state.Plan.Succeeded([command.Unit], Judged(command.Year, now.On), "unit") : null)
            ?? Counted(rules.Ballots, command)
            ?? (command.Corrects is null && standing is not null ? Refusal.Conflict("ballots-entered-already", "unit", ("unit", command.Unit), ("body", command.Body), ("entry", standing.Event)) : null)
            ?? (command.Corrects is { } corrected && standing?.Event != corrected ? Refusal.Invalid("unknown-ballots", "corrects", ("entry", corrected), ("unit", command.Unit), ("body", command.Body)) : null)
            ?? Checks.Text(command.Reason, "reason", state.Plan, required: command.Corrects is not null)
            ?? Decision.Of(new BallotsEntered(command.Unit, command.Body, command.Ballots, command.Counts, command.Corrects, command.Reason is null ? null : TextSeal.Of(command.Reason)));
    }

    /// <summary>Units are judged as they are, at the latest as they were on the year's last day: what was said of one that is gone before that follows its successor.</summary>
    private static DateOnly Judged(int year, DateOnly today) => new DateOnly(year, 12, 31) is var last && today < last ? today : last;

    private static Refusal? Counted(BallotRules rules, EnterBallots command) =>
        rules.Bodies.All(b => b.Code != command.Body) ? Refusal.Invalid("unknown-ballot-body", "body", ("body", command.Body), ("bodies", string.Join(", ", rules.Bodies.Select(b => b.Code))))
        : command.Ballots < 1 || command.Ballots > rules.MostBallots ? Refusal.Invalid("ballots-out-of-bounds", "ballots", ("ballots", command.Ballots), ("most", rules.MostBallots))
        : command.Counts.FirstOrDefault(c => rules.Aspects.All(a => a.Code != c.Aspect) || rules.Grades.All(g => g.Code != c.Grade)) is { } unknown
            ? Refusal.Invalid("unknown-grade", "counts", ("aspect", unknown.Aspect), ("grade", unknown.Grade), ("aspects", string.Join(", ", rules.Aspects.Select(a => a.Code))), ("grades", string.Join(", ", rules.Grades.Select(g => g.Code))))
        : command.Counts.GroupBy(c => (c.Aspect, c.Grade)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? Refusal.Invalid("grade-twice", "counts", ("aspect", twice.Key.Aspect), ("grade", twice.Key.Grade))
        : command.Counts.FirstOrDefault(c => c.Count < 0 || c.Count > command.Ballots) is { } wrong
            ? Refusal.Invalid("grade-count-out-of-bounds", "counts", ("aspect", wrong.Aspect), ("grade", wrong.Grade), ("count", wrong.Count), ("ballots", command.Ballots))
        : command.Counts.GroupBy(c => c.Aspect).FirstOrDefault(g => g.Sum(c => c.Count) > command.Ballots) is { } over
            ? Refusal.Invalid("grades-exceed-ballots", "counts", ("aspect", over.Key), ("marks", over.Sum(c => c.Count)), ("ballots", command.Ballots))
        : command.Counts.All(c => c.Count == 0) ? Refusal.Invalid("ballots-blank", "counts")
        : null;
}
