namespace BizEnvLedger.Reports.Notices;

/// <summary>What an edit changed in a wording: whoever approves or signs sees it beside the proposed text.</summary>
public static class WordingDiff
{
    /// <summary>The pieces of both texts in order; empty where nothing was changed.</summary>
    public static IReadOnlyList<DiffPiece> Of(string before, string after)
    {
        if (before == after)
            return [];
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var pieces = new List<DiffPiece>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
            if (i < before.Length && j < after.Length && before[i] == after[j])
                (_, _) = (Add(pieces, "kept", before[i++]), j++);
            else if (i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1]))
                Add(pieces, "removed", before[i++]);
            else
                Add(pieces, "added", after[j++]);
        return pieces;
    }

    private static bool Add(List<DiffPiece> pieces, string kind, char c)
    {
        if (pieces.Count > 0 && pieces[^1].Kind == kind)
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + c };
        else
            pieces.Add(new(kind, c.ToString()));
        return true;
    }
}

/// <summary>A piece of text: <c>kept</c>, <c>removed</c> or <c>added</c>.</summary>
public sealed record DiffPiece(string Kind, string Text);
