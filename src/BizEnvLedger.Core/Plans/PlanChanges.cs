namespace BizEnvLedger.Core.Plans;
public static class PlanChanges { public static PlanDocument Apply(PlanDocument p, PlanChange c) => throw new InvalidOperationException(); }
