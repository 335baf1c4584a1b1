namespace BizEnvLedger.Service.Cli;

/// <summary>Where a command says what it does.</summary>
public sealed class Terminal(TextWriter output, TextWriter error)
{
    /// <summary>A step that has begun.</summary>
    public void Step(string message) => output.WriteLine($"· {message}");

    /// <summary>A result.</summary>
    public void Say(string message) => output.WriteLine(message);

    /// <summary>A refusal or a mistake.</summary>
    public void Complain(string message) => error.WriteLine(message);
}
