using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Appraisals;

/// <summary>Opening and scoring take an empty body.</summary>
public sealed record YearBody;

/// <summary>One body's ballots on one unit; <c>corrects</c> names the entry that this one stands in for, and then a reason is needed.</summary>
public sealed record BallotsBody(string? Unit, string? Body, int? Ballots, IReadOnlyList<CountBody>? Counts, Guid? Corrects, string? Reason);

/// <summary>How many ballots gave the grade to the aspect.</summary>
public sealed record CountBody(string? Aspect, string? Grade, int? Count);

/// <summary>Omitted, the day is today.</summary>
public sealed record AppraisalPublicationBody(DateOnly? EffectiveOn);

/// <summary>An award to a unit; with <c>person</c>, to that person in it.</summary>
public sealed record AwardBody(string? Unit, string? Person, string? Basis, IReadOnlyList<string>? Evidence, DateOnly? EffectiveOn);

/// <summary>更正 of an award by its event's id: taken back, or given another day.</summary>
public sealed record AwardCorrectionBody(Guid? Entry, DateOnly? EffectiveOn, bool? Withdrawn, string? Reason);

/// <summary>From an act's body to Core's command; HTTP and import come the same way.</summary>
public static class AppraisalActs
{
    public static PlanAct Open(int year) => PlanAct.Of(new OpenAppraisal(year), OpenAppraisal.Decide);

    public static PlanAct Ballots(int year, BallotsBody b) => PlanAct.Of(
        new EnterBallots(year, Need.Word(b.Unit, "unit"), Need.Word(b.Body, "body"), Need.Value(b.Ballots, "ballots"),
            [.. (b.Counts ?? []).Select(c => new GradeCount(Need.Word(c.Aspect, "aspect"), Need.Word(c.Grade, "grade"), Need.Value(c.Count, "count")))], b.Corrects, LedgerTexts.Draft(b.Reason)),
        EnterBallots.Decide);

    public static PlanAct PublishBallots(int year, AppraisalPublicationBody b) => PlanAct.Of(new PublishBallots(year, b.EffectiveOn), Core.Appraisals.Acts.PublishBallots.Decide);

    public static PlanAct Publish(int year, AppraisalPublicationBody b) => PlanAct.Of(new PublishAppraisal(year, b.EffectiveOn), PublishAppraisal.Decide);

    public static PlanAct Award(int year, AwardBody b) =>
        PlanAct.Of(new RecordAward(year, Need.Word(b.Unit, "unit"), LedgerTexts.Draft(b.Person), LedgerTexts.Draft(b.Basis), b.Evidence ?? [], b.EffectiveOn), RecordAward.Decide);

    public static PlanAct CorrectAward(int year, AwardCorrectionBody b) =>
        PlanAct.Of(new CorrectAward(year, Need.Value(b.Entry, "entry"), b.EffectiveOn, b.Withdrawn ?? false, LedgerTexts.Draft(b.Reason)), Core.Appraisals.Acts.CorrectAward.Decide);
}
