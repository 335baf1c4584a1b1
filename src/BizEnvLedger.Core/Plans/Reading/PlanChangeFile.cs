using BizEnvLedger.Core.Plans.Checking;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>An amendment or clarification file as read.</summary>
/// <param name="File">Name of the file, as given.</param>
/// <param name="Change">The change; null when there is a single mistake.</param>
/// <param name="Mistakes">All mistakes that show without the plan, in the order of the file.</param>
/// <param name="Positions">Where everything stands, for <see cref="PlanChangeCheck.Of"/>.</param>
public sealed record PlanChangeReading(string File, PlanChange? Change, IReadOnlyList<PlanMistake> Mistakes, Positions Positions);

/// <summary>Files of later documents (<see cref="PlanChange.AmendmentFormat"/>) and of decisions that settle what is open (<see cref="PlanChange.ClarificationFormat"/>).</summary>
public static class PlanChangeFile
{
    /// <summary>Reads a change. Never throws. Whether it fits the plan as it stands is <see cref="PlanChangeCheck.Of"/>'s question.</summary>
    public static PlanChangeReading Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var form = ModelReader.Read<PlanChange>(bytes);
        var mistakes = form.Value is { } change ? form.With(PlanChangeCheck.OfHead(change, form.Positions)) : form.Mistakes;
        return new(fileName, mistakes.Count == 0 ? form.Value : null, mistakes, form.Positions);
    }
}
