using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Registers.Acts;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Registers;

/// <summary>From an act's body to Core's command; HTTP and import come the same way.</summary>
internal static class RegisterActs
{
    public static PlanAct Add(string register, ItemBody b) =>
        PlanAct.Of(new AddItem(register, Cells(b.Values), Texts(b.Texts), b.EffectiveOn, b.Unit), AddItem.Decide);

    public static PlanAct Change(string register, string item, ItemChangeBody b) =>
        PlanAct.Of(new ChangeItem(register, item, b.Version, Cells(b.Values), Texts(b.Texts), b.EffectiveOn, b.Unit), ChangeItem.Decide);

    public static PlanAct Withdraw(string register, string item, ItemWithdrawalBody b) =>
        PlanAct.Of(new WithdrawItem(register, item, LedgerTexts.Draft(b.Reason), b.Unit), WithdrawItem.Decide);

    public static PlanAct Settle(string register, string item, SettlementBody b) =>
        PlanAct.Of(new SettleItem(register, item, b.EffectiveOn, LedgerTexts.Draft(b.Narrative), b.Evidence ?? [], b.Unit), SettleItem.Decide);

    public static PlanAct Release(string register, string item, SettlementReleaseBody b) =>
        PlanAct.Of(new ReleaseSettlement(register, item, Need.Value(b.Claim, "claim")), ReleaseSettlement.Decide);

    public static PlanAct Confirm(string register, string item, SettlementConfirmationBody b) =>
        PlanAct.Of(new ConfirmSettlement(register, item, Need.Value(b.Claim, "claim"), LedgerTexts.Draft(b.Finding)), ConfirmSettlement.Decide);

    public static PlanAct Return(string register, string item, SettlementReturnBody b) =>
        PlanAct.Of(new ReturnSettlement(register, item, Need.Value(b.Claim, "claim"), LedgerTexts.Draft(b.Reason)), ReturnSettlement.Decide);

    public static PlanAct Dispatch(string register, RegisterDispatchBody b) =>
        PlanAct.Of(new DispatchRegister(register, Need.Word(b.Period, "period"), LedgerTexts.Draft(b.Note)), DispatchRegister.Decide);

    /// <summary>All text cells under one fresh salt.</summary>
    public static DraftText? Texts(IReadOnlyDictionary<string, string?>? texts) =>
        texts is null ? null : LedgerTexts.Draft(ItemTexts.Write(texts.Select(t => KeyValuePair.Create(t.Key, t.Value ?? ""))));

    private static List<CellDraft> Cells(IReadOnlyDictionary<string, JsonElement>? values) => [.. (values ?? new Dictionary<string, JsonElement>()).Select(v => v.Value.ValueKind switch
    {
        JsonValueKind.Null => new CellDraft(v.Key),
        JsonValueKind.String => new(v.Key, v.Value.GetString()),
        JsonValueKind.Number when v.Value.TryGetDecimal(out var number) => new(v.Key, null, number),
        _ => throw new ProblemException(Problems.Of(StatusCodes.Status422UnprocessableEntity, "invalid-value", "values", new Dictionary<string, string> { ["field"] = "values" })),
    })];
}
