namespace BizEnvLedger.Audit;

/// <summary>Words and options of a command; each command takes what it knows, and what is left over is wrong use.</summary>
internal sealed class Options
{
    private readonly List<string> words = [];
    private readonly List<(string Name, string Value)> named = [];

    public static Options Of(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                options.words.Add(args[i]);
            else if (i + 1 < args.Length)
                options.named.Add((args[i], args[++i]));
            else
                throw new WrongUse("option-without-value", ("option", args[i]));
        }
        return options;
    }

    /// <summary>The next word; its absence is wrong use.</summary>
    public string Word(string what)
    {
        if (words.Count == 0)
            throw new WrongUse("word-missing", ("what", what));
        var word = words[0];
        words.RemoveAt(0);
        return word;
    }

    public string? Value(string name)
    {
        var all = Values(name);
        return all.Count > 1 ? throw new WrongUse("option-twice", ("option", name)) : all.Count == 1 ? all[0] : null;
    }

    public IReadOnlyList<string> Values(string name)
    {
        IReadOnlyList<string> found = [.. named.Where(n => n.Name == name).Select(n => n.Value)];
        named.RemoveAll(n => n.Name == name);
        return found;
    }

    public string Required(string name) => Value(name) ?? throw new WrongUse("option-missing", ("option", name));

    /// <summary>Called when a command has taken all it knows.</summary>
    public void Done()
    {
        if (named.Count > 0)
            throw new WrongUse("option-unknown", ("option", named[0].Name));
        if (words.Count > 0)
            throw new WrongUse("word-unknown", ("word", words[0]));
    }
}
