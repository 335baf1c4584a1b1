using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace BizEnvLedger.Service.Http;

/// <summary>What every operation takes in its query, and every problem that it can answer: told by what the endpoint is, so that none is forgotten.</summary>
public static class ApiAnswers
{
    private const string Json = "application/problem+json";

    private static readonly Dictionary<int, string> Meaning = new()
    {
        [400] = "无法读取：JSON、请求头、查询参数 / It cannot be read: JSON, a header, a query parameter.",
        [401] = "没有令牌或令牌无效 / No token, or none that holds.",
        [403] = "不得为此行为 / The caller may not do this.",
        [404] = "没有所指对象 / What is named is not there.",
        [408] = "上传过慢 / The upload is too slow.",
        [409] = "与台账现状冲突 / The ledger stands otherwise.",
        [412] = "If-Match 所给版本已过时 / If-Match names an older version.",
        [413] = "请求体过大 / The body is too large.",
        [415] = "不是 application/json / It is not application/json.",
        [422] = "内容不合规则，或幂等键另有内容 / A rule refuses the content, or the key stood for another.",
        [429] = "请求过多 / Too many requests.",
        [500] = "服务内部错误 / A mistake of ours; its number is told.",
        [503] = "数据库暂不可用 / The database is away; Retry-After says when to ask again.",
    };

    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var key in QueryKeys.Of([.. metadata]))
            (operation.Parameters ??= []).Add(Parameter(key));
        if (context.Description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) != true)
            return;
        var document = context.Document!;
        document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), null, ct));
        operation.Responses ??= [];
        foreach (var status in Statuses(context.Description, metadata))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Problem{status}");
            document.AddComponent<IOpenApiResponse>(name, new OpenApiResponse
            {
                Description = Meaning[status],
                Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document) } },
            });
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponseReference(name, document);
        }
    }

    private static IEnumerable<int> Statuses(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription description, IList<object> metadata)
    {
        var guarded = metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();
        var writes = description.HttpMethod != HttpMethods.Get;
        int[] always = [400, 500, 503];
        return always.Concat(guarded ? [401, 403] : [])
            .Concat(description.RelativePath!.Contains('{', StringComparison.Ordinal) || description.RelativePath.Contains("/demo/", StringComparison.Ordinal) ? [404] : [])
            .Concat(writes ? [409, 413, 415, 422] : [])
            .Concat(writes && guarded ? [412] : [])
            // A file is put; whatever else is sent is small.
            .Concat(description.HttpMethod == HttpMethods.Put ? [408] : [])
            // Documents and frozen figures wait for their round, year or notice.
            .Concat(!writes && guarded && description.RelativePath.Contains('{', StringComparison.Ordinal) ? [409] : [])
            .Concat(metadata.OfType<EnableRateLimitingAttribute>().Any() ? [429] : [])
            .Order();
    }

    private static OpenApiParameter Parameter(QueryKey key) => new()
    {
        Name = key.Name,
        In = ParameterLocation.Query,
        Description = key.Description,
        Schema = new OpenApiSchema
        {
            Type = key.Range is null ? JsonSchemaType.String : JsonSchemaType.Integer,
            Format = key.Format,
            Enum = key.Words is { } words ? [.. words.Select(w => (System.Text.Json.Nodes.JsonNode)w)] : null,
            Minimum = key.Range?.Least.ToString(CultureInfo.InvariantCulture),
            Maximum = key.Range?.Most.ToString(CultureInfo.InvariantCulture),
            Default = key.Range is { } range ? range.Otherwise : null,
        },
    };
}
