using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Store;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BizEnvLedger.Service.Security;

/// <summary>
/// Bearer tokens: from an OpenID Connect provider where <c>Oidc:Authority</c> is set, and from the demonstration's issuer where one is open.
/// The claims are <c>sub</c>, <c>jurisdiction</c>, <c>roles</c>, <c>homeUnit</c>, <c>units</c>.
/// </summary>
[Services]
public static class TokenCheck
{
    public const string Audience = "bizenv-ledger";

    private const string Demo = "demo";
    private const string Oidc = "oidc";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DemoIssuer>();
        var authority = configuration["Oidc:Authority"];
        var isPlain = authority?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true;
        if (isPlain && !new Uri(authority!).IsLoopback)
            throw new LedgerRefusal("Oidc__Authority 必须使用 https。", "Oidc__Authority must be https.");
        var authentication = services.AddAuthentication("bearer")
            .AddPolicyScheme("bearer", null, options => options.ForwardDefaultSelector = http =>
                authority is not null && !IsDemonstration(http) ? Oidc : Demo)
            .AddJwtBearer(Demo, options => Common(options));
        if (authority is not null)
            authentication.AddJwtBearer(Oidc, options =>
            {
                Common(options);
                options.Authority = authority;
                options.RequireHttpsMetadata = !isPlain;
                options.Audience = configuration["Oidc:Audience"] ?? Audience;
            });
        services.AddOptions<JwtBearerOptions>(Demo).Configure<DemoIssuer>((options, issuer) => options.TokenValidationParameters = new()
        {
            ValidIssuer = DemoIssuer.Issuer,
            ValidAudience = Audience,
            IssuerSigningKeyResolver = (_, _, _, _) => issuer.Key is { } key ? [key] : [],
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            NameClaimType = "sub",
            ClockSkew = TimeSpan.FromSeconds(30),
        });
        services.AddAuthorizationBuilder().SetDefaultPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder("bearer").RequireClaim("sub").RequireClaim("jurisdiction").Build());
    }

    private static bool IsDemonstration(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return false;
        var handler = new JsonWebTokenHandler();
        var token = header[7..].Trim();
        return handler.CanReadToken(token) && handler.ReadJsonWebToken(token).Issuer == DemoIssuer.Issuer;
    }

    private static void Common(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = "sub";
        options.Events = new()
        {
            OnChallenge = context =>
            {
                context.HandleResponse();
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return WriteAsync(context.HttpContext, StatusCodes.Status401Unauthorized, context.AuthenticateFailure is null ? "token-missing" : "token-refused");
            },
            OnForbidden = context => WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden, "token-incomplete"),
        };
    }

    private static Task WriteAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(Problems.Make(status, code), LedgerJson.Options, "application/problem+json; charset=utf-8");
    }
}
