using System.Diagnostics.CodeAnalysis;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Http;

/// <summary>Whatever goes wrong leaves as a problem with a code: bad requests, unknown paths, a database that is away.</summary>
public static class ProblemGuard
{
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Answer(e, http).ExecuteAsync(http);
            return;
        }

        if (http.Response.HasStarted || http.Response.ContentType is not null || http.Response.ContentLength is not null)
            return;
        var code = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "no-such-path",
            StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
            StatusCodes.Status400BadRequest => "bad-request",
            StatusCodes.Status415UnsupportedMediaType => "not-json-by-type",
            _ => null,
        };
        if (code is not null)
            await Problems.Of(http.Response.StatusCode, code, null, Path(http)).ExecuteAsync(http);
    }

    [SuppressMessage("Usage", "CA2254:Template should be a static expression", Justification = "The message is the template.")]
    private static IResult Answer(Exception e, HttpContext http)
    {
        switch (e)
        {
            case ProblemException problem:
                return problem.Result;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Bodies.TooLarge(LedgerApp.LargestBody);
            case BadHttpRequestException bad:
                return Problems.Of(bad.StatusCode, "bad-request", null, Path(http));
            case NpgsqlException database when IsAway(database):
                Log(http).LogError(e, "The database is away");
                http.Response.Headers.RetryAfter = "2";
                return Problems.Of(StatusCodes.Status503ServiceUnavailable, "database-away");
            default:
                Log(http).LogError(e, "A request failed");
                return Problems.Of(StatusCodes.Status500InternalServerError, "internal-error", null, new Dictionary<string, string> { ["trace"] = http.TraceIdentifier });
        }
    }

    /// <summary>No connection, none free in time, or a server that is going down; what the server refuses is ours to mend.</summary>
    private static bool IsAway(NpgsqlException e) => e is not PostgresException || e.IsTransient || e.SqlState is "57P01" or "57P02" or "57P03";

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProblemGuard));

    private static Dictionary<string, string> Path(HttpContext http) => new()
    {
        ["path"] = http.Request.Path.Value is { Length: > 200 } path ? path[..200] : http.Request.Path.Value ?? "",
        ["method"] = http.Request.Method,
        ["type"] = http.Request.ContentType ?? "",
    };
}
