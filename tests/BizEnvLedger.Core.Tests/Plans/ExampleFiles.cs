using System.Runtime.CompilerServices;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests.Plans;

/// <summary>The files that are delivered, and small variations of them.</summary>
internal static class ExampleFiles
{
    public static readonly byte[] Plan = Deployed("plans/example-two-years/plan.json");

    public static byte[] Deployed(string path, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "../../../deploy", path));

    public static string Told(IEnumerable<PlanMistake> mistakes) =>
        string.Join("\n", mistakes.Select(x => $"{x.Line}:{x.Column} {x.Path} {x.Code} {x.En} {x.RemedyEn}"));
}
