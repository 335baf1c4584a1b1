using System.Security.Cryptography;
using System.Text;
using BizEnvLedger.Core.Ledger;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace BizEnvLedger.Service.Reminders;

/// <summary>A durable scheduled message: sweep a plan for the reminders of a day. One for each plan and day, by its id.</summary>
public sealed record SweepReminders(string Jurisdiction, string Plan, DateOnly Day)
{
    /// <summary>The same plan and day give the same id, so that the store itself refuses a second message.</summary>
    public Guid Id => new(SHA256.HashData(Encoding.UTF8.GetBytes($"sweep-reminders {Jurisdiction} {Plan} {Day:yyyy-MM-dd}")).AsSpan(0, 16));
}

/// <summary>
/// Takes the message when its time has come. Written by hand against the runtime's own base class: nothing is generated,
/// at build or at start, and nothing can be stale.
/// </summary>
public sealed class SweepOnSchedule : MessageHandler<SweepReminders>
{
    private static readonly TimeSpan[] Again = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    public override void ConfigureChain(HandlerChain chain) => chain.OnAnyException().ScheduleRetry(Again);

    protected override async Task HandleAsync(SweepReminders message, MessageContext context, CancellationToken cancellation)
    {
        var sweep = context.Runtime.Services.GetRequiredService<ReminderSweep>();
        // The next day first: whatever becomes of this sweep, the row of days goes on.
        await sweep.ScheduleNextAsync(message, cancellation);
        await sweep.RunAsync(message.Jurisdiction, message.Plan, cancellation);
    }
}
