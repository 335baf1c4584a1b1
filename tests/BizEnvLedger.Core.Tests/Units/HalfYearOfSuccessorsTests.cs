using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Units;

public class HalfYearOfSuccessorsTests
{
    private static readonly Story Start = Given(Issued(), Report("1.1", People.Energy, "2021-07-10"), Report("1.1", People.Energy, "2021-07-20", effective: "2021-07-05"));
    private static readonly Act InNovember = Succeed(SuccessionKind.Rename, ["energy"], ["industry"], "2021-11-10", introduced: [Industry]);

    [Fact]
    public void A_unit_that_was_succeeded_stands_once_under_its_successor_with_its_days_apart()
    {
        var (before, after) = (Start.HalfYear("2021H2", "2022-01-10"), Start.And(InNovember).HalfYear("2021H2", "2022-01-10"));
        after.Totals.ShouldBe(before.Totals);
        var (energy, industry) = (before.Units.Single(u => u.Id == "energy"), after.Units.Single(u => u.Id == "industry"));
        after.Units.ShouldNotContain(u => u.Id == "energy");
        (industry.Name, industry.Leads, industry.Due, industry.Open, industry.Reports, industry.LateEntries).ShouldBe(("工信局", energy.Leads, energy.Due, energy.Open, energy.Reports, energy.LateEntries));
        energy.Reports.ShouldBe(2);
        energy.LateEntries.ShouldBe(1);
        var former = industry.Formerly!.ShouldHaveSingleItem();
        (former.Id, former.Name, former.SucceededOn, former.Kind).ShouldBe(("energy", "能源局", Day("2021-11-10"), "rename"));
        (industry.DelayDays + former.DelayDays).ShouldBe(energy.DelayDays);
        // 1.1-m1 and 1.1-m3 since July, 1.1-m2 since October.
        former.DelayDays.ShouldBe(132 + 132 + 40);
        energy.Formerly.ShouldBeNull();
    }

    [Fact]
    public void Ceasing_to_be_washes_no_days_away()
    {
        var entry = Start.And(InNovember).HalfYear("2021H2", "2022-01-10").Proposed.Single(p => p.Unit.Id == "industry");
        var at = entry.Milestones.ToList().IndexOf("1.1-m1");
        (entry.Category, entry.Rule, entry.Days, entry.OwnDays![at]).ShouldBe(("slow", "overdue-days", 184, 52));
        var former = entry.Formerly!.ShouldHaveSingleItem();
        (former.Unit.Name, former.SucceededOn, former.Days[at]).ShouldBe(("能源局", Day("2021-11-10"), 132));
        Start.And(InNovember).HalfYear("2021H2", "2022-01-10").Proposed.ShouldNotContain(p => p.Unit.Id == "energy");
        // Handed over, and not succeeded: the days stay with who led, as before.
        Start.And(Reassign("1.1", ["north"], "2021-11-10")).HalfYear("2021H2", "2022-01-10").Proposed.Single(p => p.Unit.Id == "energy").Formerly.ShouldBeNull();
    }

    [Fact]
    public void Days_of_two_that_led_jointly_count_once_for_what_they_became()
    {
        var merged = Start.And(Succeed(SuccessionKind.Merge, ["water", "housing"], ["works"], "2021-12-01", introduced: [Works])).HalfYear("2021H2", "2022-01-10");
        var entry = merged.Proposed.Single(p => p.Unit.Id == "works");
        var at = entry.Milestones.ToList().IndexOf("1.2-m1");
        entry.Days.ShouldBe(122);
        entry.OwnDays![at].ShouldBe(31);
        entry.Formerly!.Select(f => (f.Unit.Id, f.Days[at])).ShouldBe([("water", 91), ("housing", 91)]);
    }

    [Fact]
    public void An_untrue_claim_is_the_successors_to_answer_and_names_who_made_it()
    {
        var view = Start.And(Claimed("1.1-m2", "energy", "2021-09-01")).And(Return("1.1-m2", "2021-09-05", ReturnGround.Untrue), InNovember).HalfYear("2021H2", "2022-01-10");
        var entry = view.Proposed.Single(p => p.Category == "hollow");
        (entry.Unit.Id, entry.Formerly!.ShouldHaveSingleItem().Unit.Name).ShouldBe(("industry", "能源局"));
        view.Returned[0].Unit.Name.ShouldBe("能源局（现工信局）");
        view.Units.Single(u => u.Id == "industry").Returned.ShouldBe(1);
    }

    [Fact]
    public void A_succession_after_the_half_year_changes_nothing_in_it()
    {
        var told = Start.And(Renamed("2022-01-05"));
        told.HalfYear("2021H2", "2022-01-10").Units.Select(u => u.Id).ShouldContain("energy");
        told.HalfYear("2021H2", "2022-01-10").Proposed.ShouldContain(p => p.Unit.Id == "energy");
    }
}
