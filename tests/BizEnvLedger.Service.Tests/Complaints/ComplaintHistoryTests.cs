using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Complaints;

public sealed class ComplaintHistoryTests(BareLedgerApi api) : IClassFixture<BareLedgerApi>
{
    private const string History = """
        {"at":"2021-05-10T09:00:00+08:00","as":"office","act":"complaint-register","key":"h-1","body":{"kind":"complaint","channel":"hotline","text":"报装慢","contact":"13800138000","task":"9"}}
        {"at":"2021-05-10T09:30:00+08:00","as":"office","act":"complaint-dispatch","key":"h-1","body":{"units":["tax-bureau"]}}
        {"at":"2021-05-10T10:00:00+08:00","as":"office","act":"complaint-reassign","key":"h-1","body":{"units":["energy-bureau"],"reason":"职责不符"}}
        {"at":"2021-05-11T10:59:00+08:00","as":"unit:energy-bureau","act":"complaint-answer","key":"h-1","label":"a1","body":{"kind":"resolution","text":"已接电"}}
        {"at":"2021-05-11T11:30:00+08:00","as":"approver:energy-bureau","act":"complaint-release","key":"h-1","body":{"answer":"@a1"}}
        {"at":"2021-05-12T09:00:00+08:00","as":"office","act":"complaint-satisfaction","key":"h-1","body":{"satisfaction":"unsatisfied"}}
        {"at":"2021-05-13T09:00:00+08:00","as":"office","person":"inspector","act":"complaint-uphold","key":"h-1","body":{"unit":"energy-bureau","milestones":["9.2.2-m1"],"deliverableAbsent":true,"heardOn":"2021-05-12","heard":"说明","finding":"未落实"}}
        {"at":"2021-05-14T09:00:00+08:00","as":"office","person":"inspector","act":"complaint-visit","key":"h-1","milestone":"9.2.2-m1","body":{"present":false,"finding":"现场未见"}}
        {"at":"2021-05-14T10:00:00+08:00","as":"office","act":"complaint-exposure","key":"h-1","label":"x1","body":{"visibility":"public","publicText":"公开文字"}}
        {"at":"2021-05-14T11:00:00+08:00","as":"leader","act":"exposure-decision","key":"h-1","body":{"exposure":"@x1","approved":true}}
        {"at":"2021-05-17T09:00:00+08:00","as":"office","act":"complaint-register","key":"h-2","body":{"kind":"tip","channel":"letter","text":"索要好处"}}
        {"at":"2021-05-17T09:10:00+08:00","as":"leader","act":"tip-officer","key":"h-2","body":{"officer":"office/keeper"}}
        {"at":"2021-05-17T09:20:00+08:00","as":"office","person":"keeper","act":"complaint-link","key":"h-2","body":{"earlier":"h-1","reason":"同一事项"}}
        {"at":"2021-05-17T09:30:00+08:00","as":"office","person":"keeper","act":"complaint-dispatch","key":"h-2","body":{"units":["energy-bureau"],"brief":"请核实"}}
        {"at":"2021-05-18T09:30:00+08:00","as":"office","person":"inspector","act":"complaint-reject","key":"h-2","body":{"unit":"energy-bureau","heardOn":"2021-05-18","heard":"说明","finding":"查无实据"}}
        """;

    [Fact]
    public async Task An_older_registers_complaints_come_in_with_their_own_times()
    {
        var ct = TestContext.Current.CancellationToken;
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, History, ct);
        (await api.Services.GetRequiredService<HistoryImport>().RunAsync("150500", LedgerApi.Plan, file, "register", ct)).ShouldBe(15);
        var state = (await api.Services.GetRequiredService<LedgerBook>().OpenAsync("150500", ct)).State.Plans[LedgerApi.Plan];
        var first = state.Complaints["h-1"];
        // Dispatched at half past nine, passed on at ten: the second unit's eight hours end at noon on the next day, and half past eleven is in time.
        (first.Turns[^2].Unit, first.Turns[^2].ResponseLimit.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm")).ShouldBe(("energy-bureau", "05-11 12:00"));
        Rates.Of([first], state.Plan, new(2021, 5, 1), new(2021, 5, 17)).Responded.ShouldSatisfyAllConditions(r => r.Due.ShouldBe(1), r => r.Met.ShouldBe(1));
        (first.Exposures.Single().Approved, first.Visits.Single().Present, first.Finding!.Upheld).ShouldBe((true, false, true));
        (state.Complaints["h-2"].Earlier, state.Complaints["h-2"].Finding!.Upheld, first.Turns[^1].Start.Imported).ShouldBe(("h-1", false, true));
    }
}
