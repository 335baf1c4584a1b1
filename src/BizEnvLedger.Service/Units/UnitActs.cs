using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Core.Units.Acts;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Units;

/// <summary>From an act's body to Core's command; HTTP and import come the same way.</summary>
public static class UnitActs
{
    public static PlanAct Members(string group, MembersBody b) =>
        PlanAct.Of(new SetMembers(group, [.. (b.Members ?? []).Select(m => m with { Unit = Need.Word(m.Unit, "members") })], [.. (b.New ?? []).Select(Unit)], LedgerTexts.Draft(b.Basis)), SetMembers.Decide);

    public static PlanAct EndOfMembership(string group, MemberEndBody b) =>
        PlanAct.Of(new EndMembership(group, Need.Word(b.Unit, "unit"), b.Until, LedgerTexts.Draft(b.Reason)), EndMembership.Decide);

    public static PlanAct FirstResponsible(string unit, FirstResponsibleBody b) =>
        PlanAct.Of(new NameFirstResponsible(unit, LedgerTexts.Draft(b.Name), LedgerTexts.Draft(b.Post), b.EffectiveOn, LedgerTexts.Draft(b.Basis)), NameFirstResponsible.Decide);

    public static PlanAct EndOfTerm(string unit, TermEndBody b) =>
        PlanAct.Of(new EndTerm(unit, Need.Value(b.Term, "term"), b.Until, LedgerTexts.Draft(b.Reason)), EndTerm.Decide);

    public static PlanAct Succession(SuccessionBody b) =>
        PlanAct.Of(new SucceedUnit(
            b.Kind, Words(b.From, "from"), Words(b.To, "to"), [.. (b.New ?? []).Select(Unit)],
            [.. (b.Given ?? []).Select(g => new Given(Need.Word(g.Item, "given"), Need.Word(g.Unit, "given")))], b.EffectiveOn, LedgerTexts.Draft(b.Basis)), SucceedUnit.Decide);

    public static PlanAct Correction(RosterCorrectionBody b) =>
        PlanAct.Of(new CorrectRoster(Need.Value(b.Entry, "entry"), b.EffectiveOn, b.Withdrawn ?? false, LedgerTexts.Draft(b.Reason)), CorrectRoster.Decide);

    public static PlanAct Adoption(string unit, ImplementationPlanBody b) =>
        PlanAct.Of(new AdoptImplementationPlan(unit, Need.Word(b.DocumentNumber, "documentNumber"), b.EffectiveOn, b.Visibility, b.Evidence ?? []), AdoptImplementationPlan.Decide);

    private static Unit Unit(NewUnitBody b) => new()
    {
        Id = Need.Word(b.Id, "new"), Name = Need.Word(b.Name, "new"), Kind = Need.Value(b.Kind, "new"), Authority = b.Authority ?? Authority.Direct, Aliases = Words(b.Aliases, "new"),
    };

    private static IReadOnlyList<string> Words(IReadOnlyList<string>? words, string field) => [.. (words ?? []).Select(w => Need.Word(w, field))];
}

/// <summary>Words of this slice's acts in history files; the line's <c>key</c> is the unit.</summary>
[HistoryActs]
public static class UnitHistory
{
    public static void Add(HistoryActs acts)
    {
        OnPlan<MembersBody>("members", UnitActs.Members);
        OnPlan<MemberEndBody>("member-end", UnitActs.EndOfMembership);
        OnPlan<FirstResponsibleBody>("first-responsible", UnitActs.FirstResponsible);
        OnPlan<TermEndBody>("term-end", UnitActs.EndOfTerm);
        OnPlan<SuccessionBody>("succession", (_, b) => UnitActs.Succession(b));
        OnPlan<RosterCorrectionBody>("unit-correct", (_, b) => UnitActs.Correction(b));
        acts.Add<ImplementationPlanBody>("implementation-plan", (line, b, state) =>
            (ImplementationPlan.StreamOf(state.Plan.Id, line.Key ?? ""), WriteScope.Stream, UnitActs.Adoption(line.Key ?? "", b)));

        void OnPlan<TBody>(string act, Func<string, TBody, PlanAct> prepare) where TBody : class =>
            acts.Add<TBody>(act, (line, b, state) => (state.Plan.Id, WriteScope.Plan, prepare(line.Key ?? "", b)));
    }
}
