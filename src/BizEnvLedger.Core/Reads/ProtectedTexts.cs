using BizEnvLedger.Core.Complaints;

namespace BizEnvLedger.Core.Reads;

/// <summary>
/// Texts that no package takes along, though the events commit to them: how to reach who complained, the receipt code, and what a tip says.
/// Which they are follows from the event alone, so that a verifier knows without being told what may be absent.
/// </summary>
public static class ProtectedTexts
{
    public static bool Is(object data, string field) => data is ComplaintReceived received && (field is "contact" or "code" || (field == "content" && received.Kind == ComplaintKind.Tip));
}
