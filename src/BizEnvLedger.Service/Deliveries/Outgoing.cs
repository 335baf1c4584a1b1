using System.Text.Json;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>One delivery on its way out. The body was fixed when the event was met: a repeat is the same bytes under the same id.</summary>
public sealed record Outgoing(Guid Id, string Jurisdiction, string Body, int Attempts)
{
    public Message Message => JsonSerializer.Deserialize<Message>(Body, LedgerJson.Options)!;
}

/// <summary>What came of one try.</summary>
/// <param name="Word"><c>delivered</c>; <c>down</c>: no answer in time, or one that says later; <c>refused</c>: an answer that says no.</param>
/// <param name="Code">HTTP status, SMTP reply or a robot's error code.</param>
public sealed record Answer(string Word, int? Code = null)
{
    public const string Delivered = "delivered", Down = "down", Refused = "refused";

    /// <summary>From an HTTP status: what is to be tried again soon, and what somebody must look at.</summary>
    public static Answer OfStatus(int status) => status is >= 200 and < 300 ? new(Delivered, status)
        : status is >= 500 or 429 or 408 ? new(Down, status)
        : new(Refused, status);
}
