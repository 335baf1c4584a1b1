using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using CsCheck;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Laws;

public class DecisionsNeverThrow
{
    private static readonly Gen<string> Id = Any(
        "1", "1.1", "1.2", "1.2.1", "1.4", "2.1", "1.1-m1", "1.1-m4", "1.1-m5", "2.1-m1", "2.1-m1@2021H1", "2.1-m2", "1.1-i1", "1.1-i2", "1.1-i3", "1.1-m1-s1", "", "1.9", "\0");

    private static readonly Gen<string> Unit = Any("energy", "water", "housing", "tax", "bureaus", "north", "nobody", "");
    private static readonly Gen<DateOnly> Day = Gen.OneOf(Gen.Int[-900, 900].Select(d => new DateOnly(2021, 6, 30).AddDays(d)), Any(DateOnly.MinValue, DateOnly.MaxValue));
    private static readonly Gen<DateOnly?> MaybeDay = Day.Select(d => d.DayNumber % 3 == 0 ? (DateOnly?)null : d);
    private static readonly Gen<DraftText?> Words = Gen.OneOf(Gen.Const((DraftText?)null), Gen.String.Select(s => (DraftText?)new DraftText(s, new byte[32])), Gen.Const((DraftText?)Text()));
    private static readonly Gen<string[]> Proof = Gen.OneOf(Gen.Const(Array.Empty<string>()), Gen.Const(new[] { Evidence }), Gen.String.Array[0, 60]);
    private static readonly Gen<decimal> Number = Gen.OneOf(Gen.Decimal, Any(decimal.MaxValue, decimal.MinValue, 0m, 5m, 100m));

    private static readonly Gen<Caller> Who = Gen.Select(Gen.Int[0, 1023], Unit, Unit, Any("energy-clerk", "x"), (roles, home, unit, sub) => new Caller(
        sub, Enum.GetValues<Role>().Where((_, i) => (roles >> i & 1) == 1).ToHashSet(), home.Length == 0 ? null : home, new HashSet<string> { unit }));

    private static Gen<T> Any<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    [Fact]
    public void No_command_however_wrong_is_answered_by_an_exception() =>
        Gen.Select(RandomStory.Stories, Who, Day, Gen.Select(Id, Id, Unit, Unit), Gen.Select(MaybeDay, Words, Words, Proof), Gen.Select(Number, Gen.Int[0, 50], Gen.Bool))
            .Sample((story, who, today, names, given, rest) =>
            {
                var (id, other, unit, owner) = names;
                var (day, text, reason, evidence) = given;
                var (number, pick, flag) = rest;
                var now = new Moment(default, today);
                var entry = story.Events[pick % story.Events.Count].Id;
                foreach (var task in story.Tasks)
                {
                    var plan = story.Plan;
                    var named = flag ? unit : null;
                    Decision[] all =
                    [
                        AcknowledgeTask.Decide(task, plan, new(named, day), who, now),
                        RecordProgress.Decide(task, plan, new(id, number, flag, text, day, evidence, named), who, now),
                        ReportMetric.Decide(task, plan, new(id, number, flag ? number : null, flag ? other : null, day, text, evidence, named), who, now),
                        ReassignLead.Decide(task, plan, new(flag ? id : null, [unit, owner], flag ? [owner] : null, day, text, reason), who, now),
                        AppointLeader.Decide(task, plan, new(flag ? id : null, other, text, day, reason), who, now),
                        CorrectEntry.Decide(task, plan, new(entry, flag ? number : null, flag ? null : number, day, flag, text, reason), who, now),
                        ClaimMilestone.Decide(task, plan, new(id, day, text, evidence, flag ? entry : null, named), who, now),
                        ReleaseClaim.Decide(task, plan, new(id, entry), who, now),
                        VerifyMilestone.Decide(task, plan, new(id, entry, text), who, now),
                        ReturnMilestone.Decide(task, plan, new(id, entry, flag ? ReturnGround.Untrue : null, reason), who, now),
                        AddStep.Decide(task, plan, new(flag ? id : null, flag ? null : other, owner, today, text, named), who, now),
                        ConfirmStep.Decide(task, plan, new(id, day), who, now),
                        OpenInspection.Decide(plan, new(HalfYear.Of(today)), who, now),
                        DraftScheme.Decide(story.State, new(HalfYear.Of(today), flag ? [id] : null, [new(id, [new(other, unit)], flag ? [id] : ["1", "2"])], text), who, now),
                        ApproveScheme.Decide(story.State, new(HalfYear.Of(today), flag ? id : null), who, now),
                        RevealSecret.Decide(story.State, new(HalfYear.Of(today), id), who, now),
                        RecordVerdict.Decide(story.State, new(HalfYear.Of(today), id, flag ? Light.Red : null, text, evidence), who, now),
                        RecordFinding.Decide(story.State, new(HalfYear.Of(today), id, [other], unit, flag ? FindingCategory.Hollow : null, [entry, default], text, evidence), who, now),
                        UpholdFinding.Decide(story.State, new(HalfYear.Of(today), entry, reason), who, now),
                        DrawSpotCheck.Decide(story.State, new(HalfYear.Of(today), flag ? new([id], pick, Evidence) : null), who, now),
                        RecordSpotCheck.Decide(story.State, new(HalfYear.Of(today), id, flag ? CheckOutcome.Failed : null, text, evidence), who, now),
                        (Decision)(CloseInspection.Check(plan, new(HalfYear.Of(today)), who, now) ?? Refusal.Invalid("none")),
                    ];
                    all.ShouldAllBe(d => d.Refusal != null ^ d.Events.Count > 0);
                }
            }, iter: 400);
}
