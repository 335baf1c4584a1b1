namespace BizEnvLedger.Service.Tests;

/// <summary>The kind of stream that these tests write.</summary>
public sealed class TestStream;

/// <summary>An event with Chinese text and a figure.</summary>
public sealed record TestNoted(string Title, decimal Figure);

/// <summary>Another event.</summary>
public sealed record TestClosed(DateOnly On);

public static class TestEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
        [(typeof(TestNoted), "test_noted"), (typeof(TestClosed), "test_closed")];
}
