using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using BizEnvLedger.Service.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace BizEnvLedger.Service.Complaints;

/// <summary>
/// Bounds of what is open to anybody: so many requests a minute from one address, by <c>Public:WritesPerMinute</c> and <c>Public:ReadsPerMinute</c>.
/// Behind a proxy the address is the forwarded one where ASPNETCORE_FORWARDEDHEADERS_ENABLED is set.
/// </summary>
[Services]
public static class PublicLimits
{
    public const string Writes = "public-writes", Reads = "public-reads";

    /// <summary>Largest body from the public, in bytes.</summary>
    public const int LargestBody = 16 * 1024;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        Limit(options, Writes, configuration.GetValue("Public:WritesPerMinute", 10));
        Limit(options, Reads, configuration.GetValue("Public:ReadsPerMinute", 60));
        options.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            context.HttpContext.Response.Headers.RetryAfter = seconds;
            await Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", null, new Dictionary<string, string> { ["seconds"] = seconds }).ExecuteAsync(context.HttpContext);
        };
    });

    /// <summary>A key of the public's, told apart by where it comes from; the address itself is kept nowhere.</summary>
    public static string KeyOf(HttpContext http, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Network(http.Connection.RemoteIpAddress)}\n{key}")));

    private static void Limit(RateLimiterOptions options, string policy, int requests) => options.AddPolicy(policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(policy + " " + Network(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = requests, Window = Window }));

    /// <summary>An IPv4 address, or the first 64 bits of an IPv6 one: a single subscriber has them all.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
