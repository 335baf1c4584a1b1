namespace BizEnvLedger.Core.Reads;

/// <summary>调阅受保护内容: somebody read what not everybody may. Once a day for each person and thing, whatever the number of requests.</summary>
/// <param name="Right">Row of the rights table that it was read by.</param>
/// <param name="Of">Key of the stream that the matter lies in.</param>
/// <param name="Part">Document, entry or unit within the matter; null for the whole.</param>
public sealed record ProtectedRead(string Right, string Of, string? Part);
