using BizEnvLedger.Service.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace BizEnvLedger.Service.Http;

/// <summary>The API described (OpenAPI 3.1 at <c>/openapi/v1.json</c>) and browsable (<c>/docs</c>), without any request to the outside.</summary>
[Services]
[Endpoints]
public static class ApiDescription
{
    private const string Bearer = "bearer";

    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddOperationTransformer((operation, _, _) =>
        {
            // "中文 / English with details": the Chinese name is the title, the whole is the description.
            if (operation.Summary?.IndexOf(" / ", StringComparison.Ordinal) is > 0 and var slash)
                (operation.Summary, operation.Description) = (operation.Summary[..slash], operation.Summary);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "BizEnvLedger · 营商环境行动计划台账",
                Version = "v1",
                Description = "Event-sourced milestone ledger. Every write takes Idempotency-Key and If-Match and answers a receipt; every read of plans, tasks, milestones, units and inspections takes recordedBy and effectiveOn.",
            };
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT", Description = $"Audience {TokenCheck.Audience}; claims sub, jurisdiction, roles, homeUnit, units." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
                return Task.CompletedTask;
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            operation.Parameters ??= [];
            if (context.Description.HttpMethod == "POST")
            {
                operation.Parameters.Add(Header("Idempotency-Key", "Same key and content: the first answer again, for ever. Same key, other content: 422."));
                operation.Parameters.Add(Header("If-Match", "Version of the stream; stale: 412. Omitted, writers to one task wait for each other."));
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer(ApiAnswers.DescribeAsync);
        options.AddSchemaTransformer(ApiSchemas.LeaveOutWhatMayBeLeftOut);
        options.CreateSchemaReferenceId = ApiSchemas.IdOf;
    });

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference("/docs", options =>
        {
            options.Title = "BizEnvLedger API";
            // Nothing on the page leads out of the intranet.
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.HideClientButton = true;
            options.Agent = new() { Disabled = true };
            options.Mcp = new() { Disabled = true };
        });
    }

    private static OpenApiParameter Header(string name, string description) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
