using System.Text.Json;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Tests.Import;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>The description says what the endpoints do: each is called, and compared with what is said of it.</summary>
[Collection(nameof(WithDemonstration))]
public sealed class DescriptionTests(LoadedDemonstration demonstration)
{
    // Files are taken apart by readers of their own, which answer every mistake with its line.
    private static readonly string[] Files = ["PlanDocument", "PlanChange", "AppraisalRuleSet"];

    [Fact]
    public async Task Every_body_is_described_as_the_type_that_the_endpoint_takes_apart()
    {
        await using var api = await DescribedApi.StartAsync(demonstration);
        var schemas = api.Description.GetProperty("components").GetProperty("schemas");
        var (walked, other) = (0, new List<string>());
        await api.AsAsync("group-office");
        foreach (var operation in api.Operations().Where(o => o.Body is not null && !Files.Contains(o.Body)))
        {
            var (status, answer, _) = await api.SendAsync(operation, body: """{"noSuchField":1}""");
            var problem = JsonSerializer.Deserialize<JsonElement>(answer);
            // An act that takes no fields says so, and not an empty list of them.
            var takesNone = problem.GetProperty("code").GetString() == "no-fields";
            if (!takesNone && problem.GetProperty("code").GetString() is not "unknown-field" and var code)
            {
                other.Add($"{operation.Name}: {status} {code}");
                continue;
            }

            var bound = takesNone ? [] : problem.GetProperty("detailEn").GetString()!.Split(": ", 2)[^1].Split(", ", StringSplitOptions.RemoveEmptyEntries);
            var described = schemas.GetProperty(operation.Body!);
            (described.TryGetProperty("properties", out var fields) ? fields.EnumerateObject().Select(f => f.Name) : []).ShouldBe(bound, ignoreOrder: true, $"{operation.Name} {operation.Body}");
            walked++;
        }

        // The demonstration has nothing to deliver.
        other.ShouldBe(["POST /api/v1/plans/{plan}/deliveries/{id}/retry: 404 unknown-delivery"]);
        walked.ShouldBeGreaterThan(90);
    }

    [Fact]
    public async Task Every_query_key_that_an_endpoint_reads_is_described_and_every_one_that_is_described_is_read()
    {
        await using var api = await DescribedApi.StartAsync(demonstration);
        var answered = 0;
        foreach (var operation in api.Operations().Where(o => o.Method == "GET" || o.Body is not null && Files.Contains(o.Body)))
        {
            var (status, answer, read) = await api.SendAsync(operation, body: operation.Method == "GET" ? null : "{}");
            // As-of times are looked for wherever a plan is opened; an endpoint that answers by its own time refuses them before.
            read.Where(k => k is not ("recordedBy" or "effectiveOn")).Except(operation.Query).ShouldBeEmpty($"{operation.Name} {status}");
            if (status != 200)
                operation.Statuses.ShouldContain($"{status}", $"{operation.Name} {answer}");
            if (status != 200 || operation.Method != "GET")
                continue;
            operation.Query.Except(read).ShouldBeEmpty(operation.Name);
            answered++;
        }

        answered.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task An_unknown_query_parameter_is_refused_everywhere_and_the_nearest_is_named()
    {
        await using var api = await DescribedApi.StartAsync(demonstration);
        foreach (var operation in api.Operations())
        {
            var (status, answer, _) = await api.SendAsync(operation, "?ligth=red", operation.Method == "GET" ? null : "{}");
            var problem = JsonSerializer.Deserialize<JsonElement>(answer);
            (operation.Name, status, problem.GetProperty("code").GetString()).ShouldBe((operation.Name, 400, operation.Query.Count == 0 ? "no-query" : "unknown-query"), answer);
            problem.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("ligth");
        }

        var tasks = api.Operations().Single(o => o.Name == "GET /api/v1/plans/{plan}/tasks");
        var misspelt = JsonSerializer.Deserialize<JsonElement>((await api.SendAsync(tasks, "?ligth=red")).Body);
        misspelt.GetProperty("title").GetString().ShouldBe("没有查询参数 ligth，最接近的是 light");
        misspelt.GetProperty("titleEn").GetString().ShouldBe("There is no query parameter ligth; the nearest is light");
        misspelt.GetProperty("detailEn").GetString()!.ShouldContain("cooperating, cursor, effectiveOn, lead");
        (await api.SendAsync(tasks, "?light=purple")).Body.ShouldContain("unknown-query-word");
        (await api.SendAsync(tasks, "?light=red&light=green")).Body.ShouldContain("repeated-query");
        (await api.SendAsync(tasks, "?light=red&lead=&limit=1")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Every_operation_lists_the_problems_that_it_can_answer_and_bodies_require_nothing_that_may_be_left_out()
    {
        await using var api = await DescribedApi.StartAsync(demonstration);
        foreach (var operation in api.Operations())
        {
            string[] expected = ["400", "500", "503", .. operation.Described.TryGetProperty("security", out _) ? ["401", "403"] : Array.Empty<string>(), .. operation.Method == "GET" ? Array.Empty<string>() : ["409", "413", "415", "422"]];
            operation.Statuses.ShouldBe([.. operation.Statuses.Union(expected)], operation.Name);
            operation.Parameters.Select(p => (p.GetProperty("in").GetString(), p.GetProperty("name").GetString())).ShouldBeUnique(operation.Name);
        }

        var schemas = api.Description.GetProperty("components").GetProperty("schemas");
        foreach (var body in api.Operations().Select(o => o.Body).OfType<string>().Except(Files).Distinct())
            schemas.GetProperty(body).TryGetProperty("required", out _).ShouldBeFalse(body);
        foreach (var file in Files)
            schemas.GetProperty(file).GetProperty("required").EnumerateArray().ShouldContain(f => f.GetString() == "format", file);
        schemas.GetProperty("RegisterDispatchBody").GetProperty("properties").EnumerateObject().Select(p => p.Name).ShouldBe(["period", "note"]);
        var limit = api.Operations().Single(o => o.Name == "GET /api/v1/plans/{plan}/tasks").Parameters.Single(p => p.GetProperty("name").GetString() == "limit").GetProperty("schema");
        (limit.GetProperty("minimum").GetInt32(), limit.GetProperty("maximum").GetInt32(), limit.GetProperty("default").GetInt32()).ShouldBe((1, 500, 50));
    }

    /// <summary>The description is not given at all where two types share a name.</summary>
    [Fact]
    public void Two_types_of_one_name_are_not_described_as_one()
    {
        ApiSchemas.IdOf(Of<Other.TwiceNamedBody>()).ShouldBe("TwiceNamedBody");
        ApiSchemas.IdOf(Of<Other.TwiceNamedBody>()).ShouldBe("TwiceNamedBody");
        Should.Throw<InvalidOperationException>(() => ApiSchemas.IdOf(Of<TwiceNamedBody>())).Message.ShouldContain("TwiceNamedBody");

        static System.Text.Json.Serialization.Metadata.JsonTypeInfo Of<T>() => Service.Store.LedgerJson.Options.GetTypeInfo(typeof(T));
    }

    private sealed record TwiceNamedBody(string? A);

    private static class Other
    {
        public sealed record TwiceNamedBody(int B);
    }
}
