using System.Security.Cryptography;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Inspections;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Plans;
using BizEnvLedger.Service.Sealing;
using BizEnvLedger.Service.Store;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Import;

[Collection(nameof(WithDemonstration))]
public sealed class DemonstrationTests(LoadedDemonstration demonstration)
{
    private const string Plan = LoadedDemonstration.Plan;

    [Fact]
    public async Task It_holds_every_kind_of_case_and_closes_four_rounds_that_can_be_drawn_again()
    {
        var ct = TestContext.Current.CancellationToken;
        var state = demonstration.Volume.State.Plans[Plan];
        var claims = state.Tasks.Values.SelectMany(t => t.Claims).ToList();
        claims.ShouldContain(c => c.Ground == ReturnGround.Untrue);
        claims.ShouldContain(c => c.Ground == ReturnGround.Incomplete);
        claims.ShouldContain(c => c.MendedDate != null);
        claims.ShouldContain(c => c.Release == null);
        claims.ShouldContain(c => c.Release != null && !c.IsDecided);
        state.Tasks.Values.ShouldContain(t => t.Corrections.Any(c => c.Withdraws));
        state.Tasks.Values.SelectMany(t => t.LeadChanges).ShouldContain(c => c.Entry.EffectiveOn < c.Entry.RecordedOn);
        state.Plan.Rounds.Select(r => (r.HalfYear.ToString(), r.Closed is not null)).ShouldBe([("2021H1", true), ("2021H2", true), ("2022H1", true), ("2022H2", true), ("2023H1", false)]);

        // From the leaves of its cut, and nothing else, each closed round is drawn again to the byte.
        var desk = demonstration.App.Services.GetRequiredService<RoundDesk>();
        foreach (var round in state.Plan.Rounds.Where(r => r.Closed is not null))
        {
            var closed = round.Closed!;
            var frozen = await desk.FrozenAsync("150500", closed, ct);
            var size = (int)closed.TreeSize;
            (await desk.RootAsync("150500", size, ct)).ShouldBe(closed.Root);
            var again = desk.Cut(demonstration.Volume, Plan, round.HalfYear, size, closed.Root, closed.RecordedBy, HalfYearJson.Read(frozen).RecordedOn, await desk.PreviousAsync(demonstration.Volume, Plan, round.HalfYear, size, ct));
            again.Bytes.ShouldBe(frozen);
            again.Sha256.ShouldBe(closed.DataSetSha256);
            // Nobody is charged with more days than the milestone is late, and after a handover with fewer.
            foreach (var entry in again.DataSet.Proposed.Where(p => p.Rule != "steps-overdue"))
                foreach (var (id, own) in entry.Milestones.Zip(entry.OwnDays ?? []))
                    own.ShouldBeLessThanOrEqualTo(again.DataSet.Due.Single(m => m.Id == id).DaysLate);
            if (round.HalfYear.ToString() == "2022H2")
                again.DataSet.Proposed.Single(p => p is { Unit.Id: "energy-bureau", Rule: "overdue-days" }).OwnDays!.Max().ShouldBe(306);
            Convert.ToHexStringLower(SHA256.HashData(HalfYearNotice.Write(again.DataSet))).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(HalfYearNotice.Write(HalfYearJson.Read(frozen)))));
        }
    }

    [Fact]
    public async Task Every_line_of_a_closed_round_names_events_that_its_cut_holds()
    {
        var desk = demonstration.App.Services.GetRequiredService<RoundDesk>();
        var positions = Enumerable.Range(0, demonstration.Volume.Timeline.Count).ToDictionary(i => demonstration.Volume.Timeline[i].Id);
        foreach (var round in demonstration.Volume.State.Plans[Plan].Plan.Rounds.Where(r => r.Closed is not null))
        {
            var dataSet = HalfYearJson.Read(await desk.FrozenAsync("150500", round.Closed!, TestContext.Current.CancellationToken));
            (string Line, IReadOnlyList<Guid>? Events)[] lines =
            [
                .. dataSet.Tasks.Select(t => ("task " + t.No, t.Events)),
                .. dataSet.Units.Select(u => ("unit " + u.Id, u.Events)),
                .. dataSet.Due.Select(m => ("due " + m.Id, (IReadOnlyList<Guid>?)m.Events)),
                .. dataSet.Indicators.Where(i => i.Value is not null).Select(i => ("indicator " + i.Id, (IReadOnlyList<Guid>?)i.Events)),
                .. dataSet.Silent.Select(x => ("silent " + x.Milestone, x.Events)),
                .. (dataSet.NeverActed ?? []).Select(n => ("never acted " + n.Unit.Id, (IReadOnlyList<Guid>?)n.Events)),
                .. dataSet.VerifierOverruns.Select(o => ("overrun " + o.Milestone, o.Events)),
                .. dataSet.Proposed.Concat(dataSet.Letters).Select(e => ($"{e.Rule} {e.Unit.Id}", (IReadOnlyList<Guid>?)e.Events)),
            ];
            foreach (var (line, events) in lines)
                events.ShouldNotBeNull(line).ShouldNotBeEmpty($"{round.HalfYear} {line}");
            lines.SelectMany(l => l.Events!).Distinct().ShouldAllBe(id => positions[id] < round.Closed!.TreeSize);

            // What a line counts is among what it names.
            foreach (var returned in dataSet.Returned)
                dataSet.Tasks.Single(t => t.No == returned.Task).Events!.ShouldContain(returned.Events[^1]);
            foreach (var late in dataSet.LateEntries.Where(l => dataSet.Tasks.Any(t => t.No == l.Task)))
                dataSet.Tasks.Single(t => t.No == late.Task).Events!.ShouldContain(late.Event);
            foreach (var milestone in dataSet.Due)
                foreach (var lead in milestone.Leads)
                    if (dataSet.Units.SingleOrDefault(u => u.Id == lead.Id) is { } unit)
                        milestone.Events.Except(unit.Events!).ShouldBeEmpty(milestone.Id);
        }
    }

    [Fact]
    public void It_tells_the_whole_cycle_and_a_closed_year_has_appraisal_notice_letter_and_accountability()
    {
        var state = demonstration.Volume.State.Plans[Plan];
        state.Tasks.Values.SelectMany(t => t.Extensions).Select(x => (x.Milestone, x.NewDue is not null)).ShouldBe(
            [("9.4.2-m2", false), ("9.3.3-m1", true), ("22.1-m2@2022", true)], ignoreOrder: true);
        state.Tasks["4"].Suspensions.ShouldHaveSingleItem().Over.ShouldBe(new DateOnly(2022, 6, 11));
        state.Tasks["10"].WaitingReadings.ShouldHaveSingleItem();

        // 9.4.2-m1 was due on 31 July 2021: eighty-one days of its delay fall to whoever kept the lead waiting, the rest to its two leads.
        var delay = state.Tasks["9"].DelayOf("9.4.2-m1", new(2022, 6, 30), state.Plan);
        delay.Select(s => (s.Account, s.Units[0], s.Days)).ShouldBe(
        [
            (Account.Cooperating, "transport-bureau", 81), (Account.Leads, "housing-construction-bureau", 131), (Account.Leads, "energy-bureau", 122),
        ]);

        var notice = state.Notices["2022H1"];
        notice.Signed.ShouldNotBeNull();
        notice.Entries.Count(e => !e.Stands).ShouldBe(1);
        notice.Entries.ShouldContain(e => e.Facts.Kind == Core.Notices.EntryKind.Letter && e.Facts.Unit == "tax-bureau");
        state.Notices["2022H2"].Signed.ShouldNotBeNull();
        var chain = demonstration.Volume.Timeline;
        Enumerable.Range(0, chain.Count).Select(i => chain[i].Data).OfType<Core.Notices.AccountabilityResultRecorded>().ShouldHaveSingleItem().Entry.ShouldBe("2022H1-01");
        state.Appraisals.Keys.ShouldBe(["2021", "2022"], ignoreOrder: true);
        state.Complaints.Count.ShouldBe(5);
        state.Registers.Keys.ShouldBe(["arrears", "investment-promises"], ignoreOrder: true);
        state.Implementations.Count.ShouldBe(2);
        // Every file that is cited is really there.
        demonstration.Volume.State.Citations.Keys.Except(demonstration.Volume.State.Files.Keys).ShouldBeEmpty();
    }

    [Fact]
    public async Task Spot_checks_are_drawn_by_the_tree_and_what_was_found_false_is_open_again()
    {
        var ct = TestContext.Current.CancellationToken;
        var state = demonstration.Volume.State.Plans[Plan];
        HalfYear.TryParse("2022H1", out var half).ShouldBeTrue();
        var (round, inspection) = (state.Plan.FindRound(half)!, state.Plan.InspectionOf(half));
        var desk = demonstration.App.Services.GetRequiredService<RoundDesk>();
        // Drawn from a tree that is later than the cut, and drawn again the same.
        var draw = inspection.Draw!;
        draw.TreeSize.ShouldBeGreaterThan(round.Closed!.TreeSize);
        var basis = (await desk.DrawBasisAsync(demonstration.Volume, state.Plan, half, ct))!;
        (basis.TreeSize, basis.Root).ShouldBe((draw.TreeSize, draw.Root));
        Drawing.Of(Plan, half, round.Closed.DataSetSha256, basis.TreeSize, basis.Root, basis.Population, state.Plan.Rules.Inspections).Drawn.ShouldBe(draw.Drawn);
        inspection.Checks.Select(c => (c.Milestone, c.Outcome)).ShouldBe([(draw.Drawn[1], CheckOutcome.Passed), (draw.Drawn[0], CheckOutcome.Failed)]);

        var reopened = state.Tasks.Values.SelectMany(t => t.Claims).Where(c => c.Reopened is not null).ToList();
        reopened.Select(c => (c.Milestone, c.Reopened!.Ground)).ShouldBe([(draw.Drawn[0], ReopenGround.SpotCheck), ("16.3-m2", ReopenGround.Found)], ignoreOrder: true);
        foreach (var claim in reopened)
            state.Tasks.Values.Single(t => t.Claims.Contains(claim)).ClosingOn(claim.Milestone, new(2023, 7, 10), state.Plan).ShouldBeNull();
        HalfYear.TryParse("2023H1", out var open).ShouldBeTrue();
        state.Plan.InspectionOf(open).Findings.ShouldHaveSingleItem().Upheld.ShouldNotBeNull();
    }

    [Fact]
    public void The_item_that_was_settled_is_the_one_whose_amount_was_paid()
    {
        var arrears = demonstration.Volume.State.Plans[Plan].Registers["arrears"];
        var (first, second) = (arrears.Items[0], arrears.Items[1]);
        (first.Id, first.State, first.UnitsOn(new(2023, 7, 7)).Single(), first.OutstandingOn(new(2023, 7, 7))).ShouldBe(("arrears-1", Core.Registers.ItemState.Settled, "housing-construction-bureau", 0m));
        (second.Id, second.State, second.UnitsOn(new(2023, 7, 7)).Single(), second.OutstandingOn(new(2023, 7, 7))).ShouldBe(("arrears-2", Core.Registers.ItemState.Open, "transport-bureau", 64m));
    }

    [Fact]
    public async Task Every_event_is_marked_imported_and_the_import_ends_for_ever()
    {
        var ct = TestContext.Current.CancellationToken;
        Enumerable.Range(0, demonstration.Volume.Timeline.Count).ShouldAllBe(i => demonstration.Volume.Timeline[i].Imported);
        demonstration.Volume.State.ImportEnded.ShouldBeTrue();
        await Should.ThrowAsync<LedgerRefusal>(() => demonstration.App.Services.GetRequiredService<HistoryImport>().RunAsync("150500", Plan, PlanLibrary.Beside("demo/history.ndjson"), "register", ct));
    }

    [Fact]
    public async Task Replay_equals_the_live_state_at_every_round_and_the_seal_is_sound()
    {
        demonstration.Volume.Timeline.Replay(demonstration.Volume.Timeline.Count).Plans[Plan].InOrder.Select(Figures).ShouldBe(demonstration.Volume.State.Plans[Plan].InOrder.Select(Figures));
        var half = demonstration.Volume.Timeline.Count / 2;
        LedgerState.Fold(Enumerable.Range(0, half).Select(i => demonstration.Volume.Timeline[i])).Plans[Plan].InOrder.Select(Figures)
            .ShouldBe(demonstration.Volume.At(Plan, half)!.InOrder.Select(Figures));
        await using var connection = new Npgsql.NpgsqlConnection(demonstration.Connections.Runtime);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await SealWatch.RequireAsync(connection, TestContext.Current.CancellationToken);
    }

    /// <summary>What a spot check reopens depends on the tree, and so on the load: it is left out.</summary>
    private static string Figures(PlanTask task)
    {
        var drawn = task.Claims.Count(c => c.Reopened?.Ground == ReopenGround.SpotCheck);
        return $"{task.No} {task.Version - drawn} {task.Reports.Count} {task.Readings.Sum(r => r.Value)} {task.Claims.Count(c => c.Verification is not null) + drawn} {task.Claims.Count(c => c.Return is not null) - drawn} {task.Corrections.Count} {task.LeadChanges.Count}";
    }
}
