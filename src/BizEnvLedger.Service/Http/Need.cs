namespace BizEnvLedger.Service.Http;

/// <summary>Fields that a command cannot do without.</summary>
public static class Need
{
    public static string Word(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? throw Missing(field) : value.Length > 200 ? throw TooLong(field) : value;

    public static T Value<T>(T? value, string field) where T : struct => value ?? throw Missing(field);

    private static Ledger.ProblemException Missing(string field) =>
        new(Problems.Of(StatusCodes.Status422UnprocessableEntity, "field-missing", field, new Dictionary<string, string> { ["field"] = field }));

    private static Ledger.ProblemException TooLong(string field) =>
        new(Problems.Of(StatusCodes.Status422UnprocessableEntity, "text-too-long", field, new Dictionary<string, string> { ["length"] = "> 200", ["limit"] = "200" }));
}
