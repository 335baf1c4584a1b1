using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Reminders.Acts;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;
using Wolverine;
using Wolverine.Persistence.Durability;
using Wolverine.Runtime;
using Due = BizEnvLedger.Core.Reminders.Reminders;

namespace BizEnvLedger.Service.Reminders;

/// <summary>Issues each plan's reminders, once a day from the hour of its rules, by durable messages that wait in the database.</summary>
public sealed class ReminderSweep(IWolverineRuntime runtime, NpgsqlDataSource database, LedgerWriter writer, LedgerBook book, LedgerClock clock, TimeProvider time)
{
    private const string Waiting = $"select exists (select from {LedgerSchema.Messages}.wolverine_incoming_envelopes where id = $1)";

    /// <summary>Appends what is due now, task by task. Each decision is taken under its task's lock from what is recorded there.</summary>
    public async Task RunAsync(string jurisdiction, string plan, CancellationToken ct)
    {
        var volume = await book.OpenAsync(jurisdiction, ct);
        if (!volume.State.Plans.TryGetValue(plan, out var state))
            return;
        foreach (var no in Due.DueOn(state, clock.Now(volume.Zone).On).Select(r => r.Task).Distinct().ToList())
            await writer.WriteAsync(new()
            {
                Jurisdiction = jurisdiction,
                Who = Due.Ledger,
                Plan = plan,
                Stream = PlanTask.StreamOf(plan, no),
                Scope = WriteScope.Task,
                ImportMark = clock.IsDemonstration ? "demonstration" : null,
                // Another node may have been quicker: then nothing is due, which refuses.
                Decide = (found, now) => IssueDueReminders.Decide(found!.Tasks[no], found.Plan, new(), Due.Ledger, now),
            }, ct);
    }

    /// <summary>
    /// At start: a plan whose next day waits already needs nothing. Else today is swept, from the hour of the rules,
    /// and what fell on days without a service is made good.
    /// </summary>
    public async Task EnsureAsync(string jurisdiction, CancellationToken ct)
    {
        var volume = await book.OpenAsync(jurisdiction, ct);
        var today = clock.Now(volume.Zone).On;
        await using var connection = await database.OpenConnectionAsync(ct);
        foreach (var state in volume.State.Plans.Values)
            if (!await connection.ScalarAsync<bool>(Waiting, ct, new SweepReminders(jurisdiction, state.Plan.Id, today.AddDays(1)).Id))
                await ScheduleAsync(volume, state, today, ct);
    }

    /// <summary>A plan that was just issued begins on the next day: on its first, everything has only just been assigned.</summary>
    public Task BeginAsync(Volume volume, PlanState state, CancellationToken ct) => ScheduleAsync(volume, state, clock.Now(volume.Zone).On.AddDays(1), ct);

    public async Task ScheduleNextAsync(SweepReminders done, CancellationToken ct)
    {
        var volume = await book.OpenAsync(done.Jurisdiction, ct);
        var today = clock.Now(volume.Zone).On;
        if (volume.State.Plans.TryGetValue(done.Plan, out var state))
            await ScheduleAsync(volume, state, (today > done.Day ? today : done.Day).AddDays(1), ct);
    }

    private async Task ScheduleAsync(Volume volume, PlanState state, DateOnly day, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var message = new SweepReminders(volume.Jurisdiction.Id, state.Plan.Id, day);
        var hour = day.ToDateTime(new(state.Plan.Rules.Reminders.FromHour, 0));
        // The day is the ledger's, the waiting is done in real time.
        var at = new DateTimeOffset(hour, volume.Zone.GetUtcOffset(hour)) - (clock.DemonstrationOffset ?? TimeSpan.Zero);
        var now = time.GetUtcNow();
        var envelope = new MessageBus(runtime).PreviewSubscriptions(message).Single();
        envelope.Id = message.Id;
        envelope.ScheduledTime = (at > now ? at : now).ToUniversalTime();
        envelope.Status = EnvelopeStatus.Scheduled;
        envelope.OwnerId = 0;
        try
        {
            await runtime.Storage.Inbox.StoreIncomingAsync(envelope);
        }
        catch (DuplicateIncomingEnvelopeException)
        {
            // It waits already, or has just been handled: one message for each day is what is wanted.
        }
    }
}
