using BizEnvLedger.Core.Plans.Checking;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>A plan file as read: the plan, or everything that is wrong with it.</summary>
/// <param name="File">Name of the file, as given.</param>
/// <param name="Plan">The plan; null when there is a single mistake.</param>
/// <param name="Mistakes">All mistakes, in the order of the file.</param>
public sealed record PlanReading(string File, PlanDocument? Plan, IReadOnlyList<PlanMistake> Mistakes);

/// <summary>Plan files (<see cref="PlanDocument.FormatName"/>).</summary>
public static class PlanFile
{
    /// <summary>Reads and checks a plan file. Never throws; every mistake of form and content is told at once.</summary>
    public static PlanReading Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var form = ModelReader.Read<PlanDocument>(bytes);
        var mistakes = form.Value is { } plan ? form.With(PlanCheck.Of(plan, form.Positions)) : form.Mistakes;
        return new(fileName, mistakes.Count == 0 ? form.Value : null, mistakes);
    }
}
