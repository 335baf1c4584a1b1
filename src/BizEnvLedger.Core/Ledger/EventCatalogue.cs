using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Reminders;
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
        .. AppraisalEvents.All,
        .. RegisterEvents.All,
        .. CoordinationEvents.All,
        .. ComplaintEvents.All,
        .. ReminderEvents.All,
        .. DeliveryEvents.All,
        .. NoticeEvents.All,
        .. UnitEvents.All,
        .. AdministrationEvents.All,
        .. ReadEvents.All,
        (typeof(ImportEnded), "import_ended"),
    ];
}
