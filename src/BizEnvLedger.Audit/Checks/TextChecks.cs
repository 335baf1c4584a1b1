using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Checks;

/// <summary>Every text is the one that its event committed to; none is missing but those that no package takes along.</summary>
internal static class TextChecks
{
    public static int Run(Package package, ReadLeaves leaves, Findings findings)
    {
        var missing = leaves.Sealed.Keys.ToHashSet();
        var count = 0;
        foreach (var bytes in package.Lines(PackageEntries.Texts))
        {
            if (Read(bytes) is not { } text)
            {
                findings.Add(Finding.Fault("text-unreadable", ("line", count + 1)));
                count++;
                continue;
            }

            count++;
            var key = (text.Event, text.Field);
            if (!leaves.Sealed.TryGetValue(key, out var told))
                findings.Add(Finding.Fault("text-of-nothing", ("event", text.Event), ("field", text.Field)));
            else if (!missing.Remove(key))
                findings.Add(Finding.Fault("text-twice", ("event", text.Event), ("field", text.Field)));
            else if (Convert.ToHexStringLower(HMACSHA256.HashData(text.Salt, Encoding.UTF8.GetBytes(text.Value))) != told)
                findings.Add(Finding.Fault("text-changed", ("event", text.Event), ("field", text.Field)));
        }

        foreach (var (id, field) in missing)
            findings.Add(Finding.Fault("text-missing", ("event", id), ("field", field)));
        return count;
    }

    private static Text? Read(byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new(root.GetProperty("event").GetGuid(), root.GetProperty("field").GetString()!, Convert.FromHexString(root.GetProperty("salt").GetString()!), root.GetProperty("value").GetString()!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    private sealed record Text(Guid Event, string Field, byte[] Salt, string Value);
}
