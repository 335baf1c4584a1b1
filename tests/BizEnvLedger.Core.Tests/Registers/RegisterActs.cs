using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Registers.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Registers;

/// <summary>
/// Registers of the invented plan and every act on them: <c>arrears</c> is kept by housing, ordered by measure 1.1 (energy leads, water cooperates) and dispatched monthly;
/// <c>schemes</c> is nobody's, and dispatched 定期; <c>charges</c> has neither limit nor debt, and no dispatch.
/// </summary>
internal static class RegisterActs
{
    public static readonly PlanDocument Plan = InventedPlan.Document with
    {
        Registers =
        [
            new()
            {
                Id = "arrears", Title = "拖欠账款", Clause = "一1（1）", Measure = "1.1", Keeper = "housing",
                Columns =
                [
                    new("debtor", "欠款单位", ColumnType.Unit), new("party", "企业", ColumnType.Text), new("basis", "依据", ColumnType.Text), new("amount", "欠款金额", ColumnType.Amount),
                    new("paid", "已还金额", ColumnType.Amount), new("due", "清偿期限", ColumnType.Date), new("status", "状态", ColumnType.Status),
                ],
                Dispatch = new() { Every = Every.Month, Text = "每月" },
            },
            new()
            {
                Id = "schemes", Title = "落实方案", Clause = "保障",
                Columns = [new("unit", "单位", ColumnType.Unit), new("scheme", "方案名称", ColumnType.Text), new("due", "期限", ColumnType.Date), new("status", "状态", ColumnType.Status)],
                Dispatch = new() { Text = "定期" },
            },
            new()
            {
                Id = "charges", Title = "收费公示", Clause = "一1（1）", Measure = "1.1", Keeper = "housing",
                Columns = [new("item", "项目", ColumnType.Text), new("amount", "金额", ColumnType.Amount), new("count", "次数", ColumnType.Number), new("status", "状态", ColumnType.Status)],
            },
            new()
            {
                Id = "inspectors", Title = "执法人员", Clause = "保障",
                Columns = [new("unit", "单位", ColumnType.Unit), new("certificate", "证号", ColumnType.Text, Personal: true), new("field", "领域", ColumnType.Text)],
            },
        ],
    };

    public static Act Ordered(RegisterRules? rules = null, string on = "2021-01-15") =>
        new(InventedPlan.Id, People.GroupOffice, Day(on), (_, who, now) =>
            Core.Plans.Acts.IssuePlan.Decide(null, new(Plan, Evidence, Rulebook.Rules with { Registers = rules ?? new() }, Rulebook.Calendar), who, now));

    public static CellDraft Is(string column, string word) => new(column, word);

    public static CellDraft Is(string column, decimal number) => new(column, null, number);

    public static DraftText Cells(params (string Column, string Text)[] cells) =>
        new(ItemTexts.Write(cells.Select(c => KeyValuePair.Create(c.Column, c.Text))), new byte[32]);

    /// <summary>North owes 100, due on the day given.</summary>
    public static Act Owed(string on, string due, string debtor = "north", decimal amount = 100, string? effective = null) =>
        Add("arrears", People.Housing, on, [Is("debtor", debtor), Is("amount", amount), Is("due", due)], Cells(("party", "某公司")), effective);

    public static Act Add(string register, Caller by, string on, CellDraft[] values, DraftText? texts = null, string? effective = null, string? unit = null) =>
        In(register, by, on, (s, who, now) => AddItem.Decide(s, new(register, values, texts, Opt(effective), unit), who, now));

    public static Act Change(string item, Caller by, string on, CellDraft[] values, DraftText? texts = null, int? version = null, string? effective = null, string? register = null) =>
        In(register ?? Of(item), by, on, (s, who, now) => ChangeItem.Decide(s, new(register ?? Of(item), item, version, values, texts, Opt(effective), null), who, now));

    public static Act Withdraw(string item, Caller by, string on, DraftText? reason = null, string? register = null) =>
        In(register ?? Of(item), by, on, (s, who, now) => WithdrawItem.Decide(s, new(register ?? Of(item), item, reason ?? Text(), null), who, now));

    public static Act Settle(string item, Caller by, string on, string? effective = null, string[]? evidence = null, DraftText? narrative = null, string? register = null) =>
        In(register ?? Of(item), by, on, (s, who, now) => SettleItem.Decide(s, new(register ?? Of(item), item, Opt(effective), narrative ?? Text(), evidence ?? [Evidence], null), who, now));

    public static Act Release(string item, string unit, string on, Guid? claim = null, string? register = null) =>
        OnClaim(item, People.Approver(unit), on, claim, register, (s, r, id, who, now) => ReleaseSettlement.Decide(s, new(r, item, id), who, now));

    public static Act Confirm(string item, string on, Guid? claim = null, DraftText? finding = null, string? register = null) =>
        OnClaim(item, People.Office, on, claim, register, (s, r, id, who, now) => ConfirmSettlement.Decide(s, new(r, item, id, finding ?? Text()), who, now));

    public static Act Return(string item, string on, Guid? claim = null, DraftText? reason = null, string? register = null) =>
        OnClaim(item, People.Office, on, claim, register, (s, r, id, who, now) => ReturnSettlement.Decide(s, new(r, item, id, reason ?? Text()), who, now));

    /// <summary>Paid, claimed by the debtor, released and confirmed on the same day.</summary>
    public static Act[] Settled(string item, string on, string debtor = "north", decimal paid = 100) =>
        [Change(item, People.Housing, on, [Is("paid", paid)]), Settle(item, People.Clerk(debtor), on), Release(item, debtor, on), Confirm(item, on)];

    public static Act Dispatch(string register, string period, string on, DraftText? note = null) =>
        In(register, People.Office, on, (s, who, now) => DispatchRegister.Decide(s, new(register, period, note), who, now));

    public static Act Export(string register, Caller by, string on) =>
        In(register, by, on, (s, who, now) => ExportRegister.Decide(s, new(register, Evidence), who, now));

    public static Act Read(string item, Caller by, string on, string? register = null) =>
        In(register ?? Of(item), by, on, (s, who, now) => ReadItem.Decide(s, new(register ?? Of(item), item), who, now));

    public static Act Import(string register, Caller by, string on, ImportRow[] rows, Dictionary<Guid, string>? texts = null) =>
        In(register, by, on, (s, who, now) => ImportItems.Decide(s, new(register, rows, texts ?? [], null), who, now));

    public static RegisterItem Item(this Story story, string item) => story.State.Registers[Of(item)].Find(item)!;

    private static Act In(string register, Caller by, string on, Func<Core.Replay.PlanState, Caller, Moment, Decision> decide) =>
        new(Register.StreamOf(InventedPlan.Id, register), by, Day(on), (s, who, now) => decide(s.State, who, now));

    private static Act OnClaim(string item, Caller by, string on, Guid? claim, string? register, Func<Core.Replay.PlanState, string, Guid, Caller, Moment, Decision> decide) =>
        In(register ?? Of(item), by, on, (s, who, now) =>
            decide(s, register ?? Of(item), claim ?? s.Registers.GetValueOrDefault(Of(item))?.Find(item)?.Settlements.LastOrDefault()?.Id ?? Guid.Empty, who, now));

    private static string Of(string item) => item[..item.LastIndexOf('-')];

    private static DateOnly? Opt(string? day) => day is null ? null : Day(day);
}
