namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>One mistake in a file, said so that its author can put it right.</summary>
/// <param name="Code">Stable code, e.g. <c>unknown-unit</c>.</param>
/// <param name="Path">Where in the document: <c>$.tasks[8].leads[1]</c>; <c>$</c> is the whole file.</param>
/// <param name="Line">Line in the file, from 1; 0 when the mistake stands in no file.</param>
/// <param name="Column">Column in characters (UTF-16), from 1; 0 when the mistake stands in no file.</param>
/// <param name="En">What is wrong, in English.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="RemedyEn">What to do, in English.</param>
/// <param name="RemedyZh">What to do, in Chinese.</param>
public sealed record PlanMistake(
    string Code, string Path, int Line, int Column, string En, string Zh, string RemedyEn, string RemedyZh);
