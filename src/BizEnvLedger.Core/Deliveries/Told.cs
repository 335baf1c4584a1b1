using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Reminders;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Deliveries;

/// <summary>What is told of one event, and to whom: ids, dates and what is asked, never a text.</summary>
/// <param name="Event">The event's stored name.</param>
/// <param name="Units">Units that it concerns; a group stands for its members.</param>
/// <param name="Task">Number of the task, where it is of one.</param>
/// <param name="Subject">Step, milestone or measure that it is about.</param>
/// <param name="Kind">Kind of the reminder, where it is one; else that of the paper: request, instruction, urge, order, dispute, complaint, notice.</param>
/// <param name="Due">Last day, where the event names one.</param>
public sealed record Told(string Event, string Asked, IReadOnlyList<string> Units, IReadOnlyList<Role> Roles, string? Task, string? Subject, string? Kind, DateOnly? Due)
{
    /// <summary>The request, paper, dispute, complaint or notice that it is about, as links name it.</summary>
    public string? Paper { get; init; }

    /// <summary>Which of its kind it is on the task.</summary>
    public int? Number { get; init; }

    private static readonly FrozenDictionary<Type, string> Aliases = EventCatalogue.All.ToFrozenDictionary(e => e.Type, e => e.Alias);
    private static readonly FrozenDictionary<string, Concern> Table = Concerns.All.ToFrozenDictionary(c => c.Event);

    /// <summary>What an event says to whom; null where it concerns nobody. The chain is the one of the day on which it was recorded.</summary>
    public static Told? Of(PlanState state, Recorded e)
    {
        if (!Aliases.TryGetValue(e.Data.GetType(), out var alias))
            return null;
        var fields = Fields.Of(e.Data);
        var concern = Table.GetValueOrDefault(alias) ?? (fields.Addressees.Count > 0 ? new Concern(alias, Concerns.Answer, [Party.Addressees]) : null);
        if (concern is null)
            return null;
        var key = StreamKey.Parse(e.Stream);
        var task = key.Kind == StreamKey.TaskKind ? state.Tasks.GetValueOrDefault(key.Id) : null;
        var notice = state.Notices.GetValueOrDefault(key.Kind == Notices.Notice.StreamKind ? key.Id : "");
        var units = concern.Units.SelectMany(party => party == Party.Typing ? One(task?.WaitingFor(e, state.Plan)) : UnitsOf(party, fields, task, notice, e.RecordedOn)).Distinct().ToList();
        if (units.Count == 0 && concern.Roles.Count == 0)
            return null;
        // Files added to a claim that is not out go with its release; only what waits by itself is told.
        if (e.Data is EvidenceAttached && task?.Attachments.Find(a => a.Id == e.Id) is not { NeedsRelease: true })
            return null;
        var paper = Papers.Of(task, key, e, fields.Matter);
        return new(alias, concern.Asked, units, concern.Roles, task?.No, fields.Subject, (e.Data as ReminderIssued)?.Kind ?? paper?.Kind, paper?.Limit ?? fields.Due)
        {
            Paper = paper?.Id, Number = paper?.Number,
        };
    }

    private static IEnumerable<string> UnitsOf(Party party, Fields fields, PlanTask? task, Notices.Notice? notice, DateOnly day) => party switch
    {
        Party.Addressees => fields.Addressees,
        Party.Ordered => task?.Coordination.Demands.Find(d => d.Id == fields.Order)?.Units ?? [],
        Party.Named => fields.Entries.Select(id => notice?.Find(id)?.Facts.Unit).OfType<string>(),
        Party.Unit => One(fields.Unit),
        Party.Owner => One(fields.Owner ?? task?.Steps.Find(s => s.Id == fields.Step)?.Owner),
        Party.Claimant => One(fields.Claim is { } claim ? task?.FindClaim(claim)?.Unit : null),
        Party.Everyone => task?.EveryoneOn(day) ?? [],
        Party.Leads => fields.Leads ?? Chain(fields, task, day)?.Leads ?? [],
        _ => fields.Cooperating ?? Chain(fields, task, day)?.Cooperating ?? [],
    };

    private static Responsible? Chain(Fields fields, PlanTask? task, DateOnly day)
    {
        var catalogue = task?.On(day);
        var measure = fields.Milestone is { } milestone ? catalogue?.Milestone(milestone)?.Measure : fields.Measure is { } id ? catalogue?.Measure(id) : null;
        return task?.ResponsibleOn(measure, day);
    }

    private static IEnumerable<string> One(string? unit) => unit is null ? [] : [unit];

    /// <summary>What an event names, by the names of its fields: every slice has one word for one thing.</summary>
    private sealed record Fields(
        string? Unit, string? Owner, string? Step, string? Milestone, string? Measure, Guid? Claim, DateOnly? Due,
        IReadOnlyList<string>? Leads, IReadOnlyList<string>? Cooperating, IReadOnlyList<string> Addressees, Guid? Order, IReadOnlyList<string> Entries, Guid? Matter, string? Thing)
    {
        private static readonly ConcurrentDictionary<Type, Func<object, Fields>> Readers = new();

        public string? Subject => Step ?? Milestone ?? Measure ?? Thing ?? (Entries.Count == 1 ? Entries[0] : null);

        public static Fields Of(object data) => Readers.GetOrAdd(data.GetType(), For)(data);

        private static Func<object, Fields> For(Type type)
        {
            var found = type.GetProperties().ToDictionary(p => p.Name);
            return data => new(
                Text(data, "Unit"), Text(data, "Owner"), Text(data, "Step"), Text(data, "Milestone"), Text(data, "Measure"),
                Value(data, "Claim") as Guid?, (Value(data, "Due") ?? Value(data, "Limit") ?? Value(data, "ResolveLimit")) as DateOnly?,
                Many(data, "Leads"), Many(data, "Cooperating"),
                Many(data, "Addressees") ?? Many(data, "Units") ?? ((Text(data, "Addressee") ?? Text(data, "To")) is { } one ? [one] : []),
                Value(data, "Order") as Guid?, Many(data, "Entries") ?? (Text(data, "Entry") is { } entry ? [entry] : []),
                (Value(data, "Request") ?? Value(data, "Instruction") ?? Value(data, "Urge") ?? Value(data, "Order") ?? Value(data, "Dispute")) as Guid?,
                Text(data, "Indicator") ?? Text(data, "Item") ?? Text(data, "Complaint"));

            object? Value(object data, string name) => found.GetValueOrDefault(name) is { } p ? p.GetValue(data) : null;
            string? Text(object data, string name) => Value(data, name) as string;
            IReadOnlyList<string>? Many(object data, string name) => Value(data, name) as IReadOnlyList<string>;
        }
    }
}
