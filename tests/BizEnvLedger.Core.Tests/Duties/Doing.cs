using System.Globalization;
using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Complaints.Acts;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Tests.Appraisals;
using BizEnvLedger.Core.Tests.Registers;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;
using ComplaintsOf = BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using CoordinationOf = BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using NoticesOf = BizEnvLedger.Core.Tests.Notices.NoticeActs;
using RoundsOf = BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using UnitsOf = BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Duties;

/// <summary>What a duty asks for, done: the act that its command is, about what it names.</summary>
internal static class Doing
{
    private const string InventedDebtor = "north";

    /// <summary>Every kind that there is a way to do here.</summary>
    public static Act Of(Duty duty, Story story, Caller who, DateOnly day) => ActOf(duty, story, who, Iso(day)).By(who);

    private static Act ActOf(Duty d, Story story, Caller who, string on) => d.Kind switch
    {
        "acknowledge" => Acknowledge(d.Task!, who, on),
        "claim" or "claim-again" => Claim(d.Subject, who, on),
        "report" => Report(MeasureOf(story, d.Subject, on), who, on, noChange: true),
        "figure-due" => Metric(d.Subject, 3, who, on, benchmark: 4),
        "release-claim" => Release(d.Subject, "energy", on, d.Events[0]),
        "release-evidence" => Acts.ReleaseEvidence(d.Task!, "energy", on, d.Events[0]),
        "release-figure" or "release-correction" => ReleaseFigure(d.Task!, "energy", on, d.Events[0]),
        "release-extension" => Acts.ReleaseExtension(d.Subject, "energy", on, d.Events[0]),
        "release-suspension" => Acts.ReleaseSuspension(d.Subject, "energy", on, d.Events[0]),
        "verify" => Verify(d.Subject, on, d.Events[0]),
        "decide-extension" => Acts.DecideExtension(d.Subject, false, on, request: d.Events[0]),
        "decide-suspension" => Acts.DecideSuspension(d.Subject, false, on, request: d.Events[0]),
        "review-suspension" => Acts.EndSuspension(d.Subject, on, request: d.Events[0]),
        "step-to-report" => UnitsOf.Reported(d.Subject, who, on),
        "step-to-confirm" => Confirm(d.Subject, on),
        "half-year-step-missing" => Step(null, d.Units[0] == "bureaus" ? "housing" : d.Units[0], Iso(d.Limit!.Value), who, on, d.Subject),

        "request-to-answer" => CoordinationOf.Answer(false, who, on, request: Guid.Parse(d.Subject)),
        "request-to-adjudicate" => CoordinationOf.Adjudicate(false, null, on, request: Guid.Parse(d.Subject)),
        "request-to-decide" => CoordinationOf.Settle(false, null, on, request: Guid.Parse(d.Subject)),
        "request-to-fulfil" => CoordinationOf.Deliver(who, on, request: Guid.Parse(d.Subject)),
        "fulfilment-to-confirm" => CoordinationOf.Take(true, who, on, request: Guid.Parse(d.Subject)),
        "instruction-to-answer" => CoordinationOf.ReplyTo(DemandKind.Instruction, who, on, paper: Guid.Parse(d.Subject)),
        "urge-to-answer" => CoordinationOf.ReplyTo(DemandKind.Urge, who, on, paper: Guid.Parse(d.Subject)),
        "order-to-answer" => CoordinationOf.ReplyTo(DemandKind.Order, who, on, paper: Guid.Parse(d.Subject)),
        "order-to-sign" => CoordinationOf.Sign(on, Guid.Parse(d.Subject)),
        "order-to-close" => CoordinationOf.CloseIt(on, order: Guid.Parse(d.Subject)),
        "dispute-to-release" => CoordinationOf.LetOut("energy", on, Guid.Parse(d.Subject)),
        "dispute-to-decide" => CoordinationOf.Rule(false, on, dispute: Guid.Parse(d.Subject)),

        "tip-officer" => ComplaintsOf.Name("tip-officer", on, d.Subject),
        "complaint-dispatch" => ComplaintsOf.Dispatch(on, d.Subject, brief: Text()),
        "complaint-answer" => Answered(d, AnswerKind.Response, on),
        "complaint-resolve" => Answered(d, AnswerKind.Resolution, on),
        "answer-release" => ComplaintsOf.Let(on, d.Units[0], d.Subject, d.Events[^1]),
        "satisfaction-ask" => ComplaintsOf.Ask(on, Satisfaction.Satisfied, d.Subject),
        "complaint-finding" => ComplaintsOf.Reject(on, story.State.Complaints[d.Subject].Turns[0].Unit, d.Subject),
        "milestone-visit" => InComplaint(story, d, on, (s, c, by, now) => VisitMilestone.Decide(s.State, new(c, d.Subject, true, Text()), by, now)),
        "upheld-confirm" => ComplaintsOf.ConfirmAbsent(on, d.Subject),
        "exposure-decide" => ComplaintsOf.DecideOn(on, true, d.Subject, d.Events[^1]),

        "round-proposed" => RoundsOf.Draft(d.Subject, on),
        "scheme-waits" => RoundsOf.Approve(d.Subject, on),
        "round-to-open" => Open(d.Subject, on),
        "round-to-close" => Close(d.Subject, on),
        "finding-to-uphold" => RoundsOf.Uphold(HalfOf(story, i => i.FindFinding(d.Events[0]) is not null), on, d.Events[0]),
        "secret-due" => RoundsOf.Reveal(d.Subject, on, Inspections.SpotCheckSecretsTests.Secret),
        "draw-due" => RoundsOf.Draw(d.Subject, on),
        "spot-check-due" => RoundsOf.Check(HalfOf(story, i => i.Draw?.Entry.Event == d.Events[0]), d.Subject, CheckOutcome.Passed, on),

        "notice-draft" => NoticesOf.Draft(on, d.Subject),
        "notice-change" => NoticesOf.ConfirmLast(on, true, d.Events[0]),
        "notice-feedback" => NoticesOf.Feedback(on),
        "notice-objection" => NoticesOf.Object(on, d.Subject),
        "notice-objection-release" => NoticesOf.LetGo(on, d.Events[0]),
        "notice-objection-answer" => NoticesOf.Answer(on),
        "notice-approval" => NoticesOf.Approve(on),
        "notice-signature" => NoticesOf.Sign(on),
        "notice-publication" => NoticesOf.Publish(on, Core.Plans.Visibility.Withheld),
        "letter-approval" => NoticesOf.ApproveAnew(on, d.Subject),
        "letter-signature" => NoticesOf.Letter(on, d.Subject),
        "letter-reply" => NoticesOf.Reply(on, entry: d.Subject),
        "review-release" => NoticesOf.ReleaseAsked(on),
        "review-decision" => NoticesOf.DecideAsked(on, false),
        "rectification-order" => NoticesOf.Order(on, Iso(Day(on).AddDays(30)), d.Subject),
        "rectification-report" => NoticesOf.Mend(on),
        "rectification-release" => NoticesOf.ReleaseMended(on),
        "rectification-discharge" => NoticesOf.Discharge(on),
        "rectification-follow-up" => NoticesOf.LookBack(on),
        "accountability-proposal" => NoticesOf.Propose(on, d.Subject),
        "accountability-decision" => NoticesOf.DecideOn(on),
        "accountability-hand-over" => NoticesOf.Hand(on),
        "accountability-result" => NoticesOf.Conclude(on),

        "register-dispatch" => RegisterActs.Dispatch(d.Subject.Split('@')[0], d.Subject.Split('@')[1], on),
        "register-item-overdue" => RegisterActs.Settle(d.Subject, who, on),
        "register-release" => RegisterActs.Release(d.Subject, InventedDebtor, on, d.Events[0]),
        "register-confirmation" => RegisterActs.Confirm(d.Subject, on, d.Events[0]),

        "appraisal-rules-to-adopt" => AppraisalActs.Adopt(on, year: Year(d)),
        "appraisal-to-open" => AppraisalActs.Appraise(on, Year(d)),
        "ballots-to-enter" => AppraisalActs.Ballots(d.Subject.Split(':')[1], on, d.Subject.Split(':')[2], year: Year(d)),
        "ballots-to-publish" => AppraisalActs.Publish(on, year: Year(d)),
        "appraisal-to-score" => AppraisalActs.Scored(on, Year(d)),
        "appraisal-to-publish" => AppraisalActs.LetOut(on, year: Year(d)),

        "first-responsible-missing" => UnitsOf.Name(d.Subject, on),
        "implementation-plan-missing" => UnitsOf.Adopt(d.Subject, on),
        _ => throw new ArgumentException($"Nobody says here how {d.Kind} is done."),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Year(Duty d) => int.Parse(d.Subject[..4], CultureInfo.InvariantCulture);

    private static string MeasureOf(Story story, string milestone, string on) => story.Task(story.State.Tasks.Values.First(t => t.On(Day(on)).Milestone(milestone) is not null).No).On(Day(on)).Milestone(milestone)!.Measure.Id;

    private static string HalfOf(Story story, Func<Inspection, bool> which) => story.Plan.Inspections.Values.Single(which).HalfYear.ToString();

    private static Act Answered(Duty d, AnswerKind kind, string on) => ComplaintsOf.Answer(on, kind, d.Units[0], d.Subject);

    private static Act InComplaint(Story story, Duty d, string on, Func<Story, string, Caller, Moment, Decision> ask) =>
        story.State.Complaints.Values.First(c => c.Finding?.Entry.Event == d.Events[^1]) is var found
            ? new(Complaint.StreamOf(InventedPlan.Id, found.Id), People.Office, Day(on), (s, by, now) => ask(s, found.Id, by, now))
            : throw new ArgumentException(d.Subject);
}
