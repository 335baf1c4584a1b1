using System.Net;
using System.Security.Cryptography;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Http;

public sealed class EvidenceTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task A_file_comes_in_once_and_goes_out_as_it_came_and_the_reading_is_recorded()
    {
        var file = Pdf(3 * 1024 * 1024 + 17);
        var sha = Hash(file);
        var first = await api.UploadAsync("unit:energy-bureau", sha, file);
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        var receipt = (await LedgerApi.JsonAsync(first)).GetProperty("receipt");
        var again = await api.UploadAsync("unit:tax-bureau", sha, file);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LedgerApi.JsonAsync(again)).GetProperty("receipt").GetProperty("eventIds")[0].GetGuid().ShouldBe(receipt.GetProperty("eventIds")[0].GetGuid());

        var answer = await api.SendAsync(HttpMethod.Get, "auditor", $"/api/v1/evidence/{sha}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Hash(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(sha);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var record = await api.GetAsync($"/api/v1/evidence/{sha}/record");
        record.GetProperty("size").GetInt64().ShouldBe(file.Length);
        // The upload and the reading are two leaves of the file's own stream.
        record.GetProperty("position").GetInt64().ShouldBe(receipt.GetProperty("position").GetInt64() + 1);
    }

    [Fact]
    public async Task Four_uploads_of_one_file_at_once_are_one_event()
    {
        var file = Pdf(700_000);
        var sha = Hash(file);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.UploadAsync("unit:energy-bureau", sha, file)));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(3);
    }

    [Fact]
    public async Task What_is_not_as_it_says_is_refused_and_nothing_stays()
    {
        var file = Pdf(1000);
        var sha = Hash(file);
        await LedgerApi.ProblemAsync(await api.UploadAsync("unit:energy-bureau", sha, file, declaration: null), 422, "not-declared-unclassified");
        await LedgerApi.ProblemAsync(await api.UploadAsync("unit:energy-bureau", sha, file, type: "text/html"), 422, "file-type-not-taken");
        await LedgerApi.ProblemAsync(await api.UploadAsync("unit:energy-bureau", sha, file, type: "image/png"), 422, "bytes-not-of-type");
        await LedgerApi.ProblemAsync(await api.UploadAsync("unit:energy-bureau", Hash([1]), file), 422, "hash-differs");
        await LedgerApi.ProblemAsync(await api.UploadAsync("unit:energy-bureau", "xyz", file), 422, "evidence-not-a-hash");
        await LedgerApi.ProblemAsync(await api.UploadAsync("unit:energy-bureau", Hash([]), []), 422, "file-empty");
        await LedgerApi.ProblemAsync(await api.UploadAsync("auditor", sha, file), 403, "role-not-allowed");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", $"/api/v1/evidence/{sha}"), 404, "evidence-unknown");
        await using var connection = new NpgsqlConnection(api.Connections.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        (await connection.ScalarAsync<long>($"select count(*) from {LedgerSchema.Name}.evidence where sha256 = $1", TestContext.Current.CancellationToken, Convert.FromHexString(sha))).ShouldBe(0);
    }

    [Fact]
    public async Task A_claim_cites_what_the_ledger_holds()
    {
        var file = Pdf(900);
        var body = new { narrative = "已完成", evidence = new[] { Hash(file) } };
        api.On("2021-06-01");
        await api.RefusedAsync(422, "evidence-unknown", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", body.narrative, body.evidence });
        (await api.UploadAsync("unit:energy-bureau", Hash(file), file)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await api.AcceptedAsync("unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", body.narrative, body.evidence });
        // Whoever has a part in the task may read it, nobody else.
        (await api.SendAsync(HttpMethod.Get, "unit:energy-bureau", $"/api/v1/evidence/{Hash(file)}/record")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "unit:tax-bureau", $"/api/v1/evidence/{Hash(file)}"), 403, "not-your-matter");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "admin", $"/api/v1/evidence/{Hash(file)}"), 403, "role-not-allowed");
    }

    [Fact]
    public async Task Changed_bytes_never_go_out()
    {
        var file = Pdf(2000);
        var sha = Hash(file);
        (await api.UploadAsync("unit:energy-bureau", sha, file)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await using var connection = new NpgsqlConnection(api.Connections.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await connection.RunAsync($"update {LedgerSchema.Name}.evidence set content = content || '\\x00'::bytea where sha256 = $1", TestContext.Current.CancellationToken, Convert.FromHexString(sha));
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", $"/api/v1/evidence/{sha}"), 409, "evidence-changed");
    }

    private static byte[] Pdf(int size)
    {
        var file = RandomNumberGenerator.GetBytes(size);
        "%PDF-1.7\n"u8.CopyTo(file);
        return file;
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
