using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Registers.Acts;
using CsCheck;
using static BizEnvLedger.Core.Tests.Registers.RegisterActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Registers;

public class RegisterLaws
{
    private static readonly Story Owing = Given(Ordered(), Owed("2021-02-01", "2021-03-31"), Add("schemes", People.Office, "2021-02-01", [Is("unit", "north")]));

    private static readonly Gen<string> Name = Any("arrears", "schemes", "charges", "arrears-1", "schemes-1", "arrears-", "-1", "", "\0", "debtor", "party", "amount", "due", "status", "energy", "north", "2021-03-31", "open", "2021-05", "9999", "2999H2");
    private static readonly Gen<DraftText?> Texts = Name.Select(n => n.Length > 9 ? null : (DraftText?)Cells((n, n)));
    private static readonly Gen<CellDraft> Cell = Gen.Select(Name, Name, Gen.Decimal, Gen.Int[0, 2]).Select((column, word, number, kind) => new CellDraft(column, kind == 0 ? word : null, kind == 1 ? number : null));

    [Fact]
    public void No_command_however_wrong_is_answered_by_an_exception() =>
        Gen.Select(Gen.Select(Name, Name, Name), Cell.Array[0, 4], Texts, Gen.Int[0, 511], Gen.Select(Name, Gen.Int[-40_000, 400_000])).Sample((names, cells, texts, roles, rest) =>
        {
            var ((register, item, period), (unit, days)) = (names, rest);
            var who = new Caller("x", Enum.GetValues<Role>().Where((_, i) => (roles >> i & 1) == 1).ToHashSet(), unit.Length == 0 ? null : unit, new HashSet<string> { unit });
            var now = new Moment(default, Day("2021-03-01").AddDays(days));
            var state = Owing.State;
            Decision[] all =
            [
                AddItem.Decide(state, new(register, cells, texts, null, null), who, now),
                ChangeItem.Decide(state, new(register, item, 1, cells, texts, Day("2021-02-02"), null), who, now),
                WithdrawItem.Decide(state, new(register, item, texts, unit), who, now),
                SettleItem.Decide(state, new(register, item, null, null, [Evidence], null), who, now),
                ReleaseSettlement.Decide(state, new(register, item, Guid.Empty), who, now),
                ConfirmSettlement.Decide(state, new(register, item, Guid.Empty, texts), who, now),
                ReturnSettlement.Decide(state, new(register, item, Guid.Empty, texts), who, now),
                DispatchRegister.Decide(state, new(register, period, null), who, now),
                ExportRegister.Decide(state, new(register, Evidence), who, now),
                ImportItems.Decide(state, new(register, [new(2, item, 1, cells, texts), new(3, null, null, cells, texts)], new Dictionary<Guid, string>(), null), who, now),
            ];
            all.ShouldAllBe(d => d.Refusal != null ^ d.Events.Count > 0);
            _ = RegisterDuties.Of(state, now.On).ToList();
        }, iter: 2000);

    private static Gen<T> Any<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
