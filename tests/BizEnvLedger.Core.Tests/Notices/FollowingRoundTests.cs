using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Notices.Acts;
using CsCheck;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

/// <summary>What the next half-year's round says about the notice before; and laws of the clocks.</summary>
public class FollowingRoundTests
{
    /// <summary>The milestone is done at last; what is to be mended beside it goes on.</summary>
    private static readonly Story Mended = Signed.And(Done("1.1-m2", "energy", "2021-11-01", "2021-11-05"));

    private static HalfYearDataSet Next(Story story) => story.HalfYear("2021H2", "2022-01-10");

    [Fact]
    public void Without_a_signed_notice_the_data_set_says_nothing_of_rectification()
    {
        Next(Approved).Rectifications.ShouldBeNull();
        Closed.HalfYear("2021H1", "2021-07-12").Rectifications.ShouldBeNull();
    }

    [Fact]
    public void Rectification_past_its_limit_at_the_cut_is_weak()
    {
        var entry = Next(Ordered).Proposed.Single(p => p.Category == "weak");
        (entry.Unit.Id, entry.Rule, entry.Days).ShouldBe(("energy", "rectification-overdue", 122)); // 31 August to 31 December
        entry.Events.ShouldBe(Entry(Ordered).Chain);
        Next(Waiting).Proposed.ShouldNotContain(p => p.Category == "weak");
        Next(Discharged).Proposed.ShouldNotContain(p => p.Category == "weak");
        // A limit that falls after the half-year's last day is no ground yet, whenever the round closes.
        Next(Signed.And(Order("2021-07-26", "2021-12-31"))).Proposed.ShouldNotContain(p => p.Category == "weak");
        Next(Signed.And(Order("2021-07-26", "2021-12-30"))).Proposed.Single(p => p.Category == "weak").Days.ShouldBe(1);
        // A report of January does not wash December away.
        Next(Ordered.And(Mend("2022-01-04"), ReleaseMended("2022-01-05"))).Proposed.Single(p => p.Category == "weak").Days.ShouldBe(122);
    }

    [Fact]
    public void The_next_report_tells_what_was_to_be_mended_and_what_was()
    {
        (int, int, int, int, int) Counts(Story story) => Next(story).Rectifications is { } r ? (r.Should, r.Discharged, r.Overdue, r.Open, r.NotOrdered) : default;
        Counts(Signed).ShouldBe((1, 0, 0, 1, 1));
        Counts(Ordered).ShouldBe((1, 0, 1, 0, 0));
        Counts(Waiting).ShouldBe((1, 0, 0, 1, 0));
        Counts(Discharged).ShouldBe((1, 1, 0, 0, 0));
        var line = Next(Discharged.And(LookBack("2021-09-24"))).Rectifications!.Entries.ShouldHaveSingleItem();
        (line.Entry, line.Unit.Id, line.State, line.FollowUp, line.Limit, line.ReportedOn, line.DischargedOn).ShouldBe(
            (Named, "energy", "discharged", "holds", (DateOnly?)Day("2021-08-31"), (DateOnly?)Day("2021-08-23"), (DateOnly?)Day("2021-08-25")));
        line.Events.ShouldNotBeEmpty();
        var relapsed = Next(Discharged.And(LookBack("2021-09-24", FollowUpOutcome.Relapsed))).Rectifications!;
        (relapsed.Should, relapsed.Discharged, relapsed.Overdue, relapsed.Relapsed).ShouldBe((1, 0, 1, 1));
        // A year on, only the follow-up of that half-year is told; the discharge was the half-year's before.
        var after = Discharged.And(LookBack("2022-02-01")).HalfYear("2022H1", "2022-07-10").Rectifications!;
        (after.Should, after.Held, after.Entries.Count).ShouldBe((0, 1, 1));
        Discharged.And(LookBack("2021-09-24")).HalfYear("2022H1", "2022-07-10").Rectifications!.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_to_be_mended_is_always_the_sum_of_its_outcomes() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 3]).Sample((limit, report, decide, end) =>
        {
            var order = Day("2021-11-15");
            var story = Mended.And(Order(Text(order), Text(order.AddDays(1 + limit))), Mend(Text(order.AddDays(report))), ReleaseMended(Text(order.AddDays(report))));
            var decided = Text(order.AddDays(report + decide));
            story = end switch { 0 => story, 1 => story.And(SendBack(decided)), _ => story.And(Discharge(decided)) };
            if (end == 3)
                story = story.And(LookBack(Text(Day(decided).AddDays(30)), FollowUpOutcome.Relapsed));
            var entry = Entry(story).Rectification!;
            foreach (var (half, closing) in new[] { ("2021H2", "2022-06-01"), ("2022H1", "2022-07-10") })
            {
                var told = story.HalfYear(half, closing);
                var r = told.Rectifications!;
                r.Should.ShouldBe(r.Discharged + r.Overdue + r.Open);
                r.Overdue.ShouldBe(told.Proposed.Count(p => p.Rule == "rectification-overdue"));
            }

            // Days past the limit never fall while time goes on, except that a relapse begins them anew; and no day is both overdue and discharged.
            for (var day = order; day < order.AddDays(200); day = day.AddDays(1))
            {
                (entry.IsOverdue(day) && entry.IsDischarged(day)).ShouldBeFalse();
                if (end != 3)
                    entry.DaysOver(day.AddDays(1)).ShouldBeInRange(entry.DaysOver(day), entry.DaysOver(day) + 1);
                if (entry.IsOverdue(day))
                    day.ShouldBeGreaterThan(entry.Limit);
            }
        }, iter: 40);

    [Fact]
    public void Nobody_approves_before_the_last_of_the_feedback_days_over_any_holiday_or_half_year_s_end() =>
        Gen.Int[0, 400].Sample(offset =>
        {
            var sent = Day("2021-07-14").AddDays(offset);
            var story = Drafted.And(Feedback(Text(sent)));
            var limit = Entry(story).FeedbackLimit(story.Plan)!.Value;
            var working = Enumerable.Range(1, limit.DayNumber - sent.DayNumber).Count(d => story.Plan.Calendar.IsWorkingDay(sent.AddDays(d)));
            working.ShouldBe(5);
            story.Plan.Calendar.IsWorkingDay(limit).ShouldBeTrue();
            story.Decide(Object(Text(limit))).Refusal.ShouldBeNull();
            (story.Decide(Object(Text(limit.AddDays(1)))).Refusal?.Code).ShouldBe("objection-late");
            (story.Decide(Approve(Text(limit))).Refusal?.Code).ShouldBe("feedback-running");
            story.Decide(Approve(Text(limit.AddDays(1)))).Refusal.ShouldBeNull();
        });

    [Fact]
    public void Every_step_that_waits_is_somebody_s_duty_with_its_limit()
    {
        (string, DateOnly?) Only(Story story, string day, string kind) =>
            NoticeDuties.Of(story.State, Day(day)).Where(d => d.Kind == kind).Select(d => (d.Command, d.Limit)).ShouldHaveSingleItem(kind);
        Only(Closed, "2021-07-13", "notice-draft").ShouldBe((nameof(DraftNotice), null));
        Only(Drafted, "2021-07-13", "notice-feedback").ShouldBe((nameof(SendFeedback), null));
        Only(Drafted.And(Strike("2021-07-13")), "2021-07-13", "notice-change").ShouldBe((nameof(ConfirmChange), null));
        Only(FedBack, "2021-07-15", "notice-objection").ShouldBe((nameof(ObjectToEntry), Day("2021-07-21")));
        Only(Objected, "2021-07-15", "notice-objection-release").ShouldBe((nameof(ReleaseObjection), Day("2021-07-21")));
        Only(Released, "2021-07-16", "notice-objection-answer").ShouldBe((nameof(AnswerObjection), Day("2021-07-23")));
        Only(FedBack, "2021-07-22", "notice-approval").ShouldBe((nameof(ApproveNotice), null));
        Only(Approved, "2021-07-22", "notice-signature").ShouldBe((nameof(SignNotice), null));
        Only(Approved, "2021-07-22", "letter-signature").ShouldBe((nameof(SignLetter), null));
        Only(LetterSent, "2021-07-26", "letter-reply").ShouldBe((nameof(RecordReply), Day("2021-08-13")));
        Only(Asked, "2021-08-02", "review-release").ShouldBe((nameof(ReleaseReview), Day("2021-08-22")));
        Only(AskedAndReleased, "2021-08-03", "review-decision").ShouldBe((nameof(DecideReview), Day("2021-09-02")));
        Only(Signed, "2021-07-26", "rectification-order").ShouldBe((nameof(OrderRectification), null));
        Only(Ordered, "2021-07-26", "rectification-report").ShouldBe((nameof(ReportRectification), Day("2021-08-31")));
        Only(Reported, "2021-08-20", "rectification-release").ShouldBe((nameof(ReleaseRectification), Day("2021-08-31")));
        Only(Waiting, "2021-08-23", "rectification-discharge").ShouldBe((nameof(DischargeRectification), Day("2021-09-13")));
        NoticeDuties.Of(Discharged.State, Day("2021-09-23")).ShouldNotContain(d => d.Kind == "rectification-follow-up");
        Only(Discharged, "2021-09-24", "rectification-follow-up").ShouldBe((nameof(FollowUp), Day("2022-02-21")));
        Only(Ordered, "2021-09-01", "accountability-proposal").ShouldBe((nameof(ProposeAccountability), null));
        Only(Proposed, "2021-09-06", "accountability-decision").ShouldBe((nameof(DecideProposal), Day("2021-09-24")));
        Only(ProposalApproved, "2021-09-09", "accountability-hand-over").ShouldBe((nameof(HandOver), null));
        Only(HandedOver, "2021-09-13", "accountability-result").ShouldBe((nameof(RecordResult), null));
        // Nobody is asked to judge what they did themselves, or where their home unit is named.
        var approval = NoticeDuties.Of(FedBack.State, Day("2021-07-22")).Single(d => d.Kind == "notice-approval");
        approval.IsOf(People.Office, Day("2021-07-22"), FedBack.Plan).ShouldBeFalse();
        approval.IsOf(People.Inspector("energy"), Day("2021-07-22"), FedBack.Plan).ShouldBeFalse();
        approval.IsOf(Second, Day("2021-07-22"), FedBack.Plan).ShouldBeTrue();
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
