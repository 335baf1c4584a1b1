using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Ledger;

/// <summary>Every event type with the name that it is stored under. A stored name is never changed or used again.</summary>
public static class EventCatalogue
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        .. PlanEvents.All,
        .. PlanTaskEvents.All,
        .. InspectionEvents.All,
        .. EvidenceEvents.All,
        .. UnitEvents.All,
        (typeof(ImportEnded), "import_ended"),
    ];
}
