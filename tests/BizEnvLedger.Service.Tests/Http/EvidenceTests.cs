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
        var again = await api.UploadAsync("unit:energy-bureau", sha, file);
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
    public async Task Another_unit_that_brings_the_same_bytes_in_is_on_record_and_reads_them()
    {
        var file = Pdf(4000);
        var sha = Hash(file);
        (await api.UploadAsync("unit:energy-bureau", sha, file)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "unit:tax-bureau", $"/api/v1/evidence/{sha}"), 403, "not-your-matter");
        await LedgerApi.ProblemAsync(await api.UploadAsync("unit:tax-bureau", sha, file, declaration: null), 422, "not-declared-unclassified");
        var second = await api.UploadAsync("unit:tax-bureau", sha, file);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        var receipt = (await LedgerApi.JsonAsync(second)).GetProperty("receipt").GetProperty("eventIds")[0].GetGuid();
        var again = await api.UploadAsync("unit:tax-bureau", sha, file);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LedgerApi.JsonAsync(again)).GetProperty("receipt").GetProperty("eventIds")[0].GetGuid().ShouldBe(receipt);
        (await api.SendAsync(HttpMethod.Get, "unit:tax-bureau", $"/api/v1/evidence/{sha}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var record = await api.GetAsync($"/api/v1/evidence/{sha}/record");
        record.GetProperty("unit").GetString().ShouldBe("energy-bureau");
        record.GetProperty("alsoBroughtBy")[0].GetString().ShouldBe("tax-bureau");
        await using var connection = new NpgsqlConnection(api.Connections.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        (await connection.ScalarAsync<long>($"select count(*) from {LedgerSchema.Name}.evidence where sha256 = $1", TestContext.Current.CancellationToken, Convert.FromHexString(sha))).ShouldBe(1);
    }

    [Fact]
    public async Task To_know_a_hash_is_not_to_hold_the_file()
    {
        var file = Pdf(5000);
        var sha = Hash(file);
        api.On("2021-06-01");
        (await api.UploadAsync("unit:energy-bureau", sha, file)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await api.AcceptedAsync("unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = "已完成", evidence = new[] { sha } });
        // The hash stands in the task's events, which everybody inside reads; citing it elsewhere would open the file.
        await api.RefusedAsync(403, "evidence-not-yours", "unit:tax-bureau", "tasks/5/progress", new { measure = "5.1", narrative = "已完成", evidence = new[] { sha } });
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "unit:tax-bureau", $"/api/v1/evidence/{sha}"), 403, "not-your-matter");
        (await api.UploadAsync("unit:tax-bureau", sha, file)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await api.AcceptedAsync("unit:tax-bureau", "tasks/5/progress", new { measure = "5.1", narrative = "已完成", evidence = new[] { sha } });
    }

    [Fact]
    public async Task Files_added_to_a_claim_that_is_out_wait_for_the_approver()
    {
        api.On("2021-12-01");
        const string milestone = "9.3.1-m1", unit = "unit:housing-construction-bureau", approver = "approver:housing-construction-bureau";
        var claim = await api.AcceptedAsync(unit, $"milestones/{milestone}/claims", new { narrative = "已完成", evidence = new[] { LedgerApi.Sha } });
        await api.RefusedAsync(409, "claim-waits-for-release", unit, $"milestones/{milestone}/claims", new { narrative = "已完成", evidence = new[] { LedgerApi.Sha } });
        await api.RefusedAsync(422, "text-empty", approver, $"milestones/{milestone}/claims/{claim}/decline", new { });
        await api.AcceptedAsync(approver, $"milestones/{milestone}/claims/{claim}/decline", new { reason = "材料不全" });
        var second = await api.AcceptedAsync(unit, $"milestones/{milestone}/claims", new { narrative = "已完成", evidence = new[] { LedgerApi.Sha } });
        await api.AcceptedAsync(unit, $"milestones/{milestone}/claims/{second}/withdrawal", new { reason = "补充材料" });
        var third = await api.AcceptedAsync(unit, $"milestones/{milestone}/claims", new { narrative = "已完成", evidence = new[] { LedgerApi.Sha } });
        await api.AcceptedAsync(approver, $"milestones/{milestone}/claims/{third}/release", new { });
        var file = Pdf(6000);
        (await api.UploadAsync(unit, Hash(file), file)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var added = await api.AcceptedAsync(unit, "tasks/9/evidence", new { entry = third, evidence = new[] { Hash(file) } });
        var claims = await ClaimsAsync(milestone);
        claims.Select(c => c.GetProperty("state").GetString()).ShouldBe(["declined", "withdrawn", "pending"]);
        claims[0].GetProperty("reason").GetString().ShouldBe("材料不全");
        claims[2].GetProperty("evidence").GetArrayLength().ShouldBe(1);
        claims[2].GetProperty("waitingEvidence")[0].GetProperty("id").GetGuid().ShouldBe(added);
        (await api.GetAsync("/api/v1/me/duties?kind=release-evidence", approver)).GetProperty("total").GetInt32().ShouldBe(1);
        await api.AcceptedAsync(approver, $"tasks/9/evidence/{added}/release", new { });
        (await ClaimsAsync(milestone))[2].GetProperty("evidence").GetArrayLength().ShouldBe(2);
        (await api.GetAsync("/api/v1/me/duties?kind=release-evidence", approver)).GetProperty("total").GetInt32().ShouldBe(0);
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
    public async Task A_file_that_turns_out_too_large_on_the_way_is_told_so_as_one_that_says_so_before()
    {
        var content = new StreamContent(new Zeros(EvidenceFileLimit + 1));
        content.Headers.ContentType = new("application/pdf");
        content.Headers.ContentLength = null;
        var problem = await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Put, "unit:energy-bureau", $"/api/v1/evidence/{Hash([7])}", content, ("Declaration", "not-classified"), ("Transfer-Encoding", "chunked")), 413, "file-too-large");
        problem.GetProperty("titleEn").GetString().ShouldNotBeNull().ShouldContain(EvidenceFileLimit.ToString(System.Globalization.CultureInfo.InvariantCulture));
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

    private async Task<List<System.Text.Json.JsonElement>> ClaimsAsync(string milestone) =>
        [.. (await api.GetAsync("milestones?task=9&limit=500")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("id").GetString() == milestone).GetProperty("claims").EnumerateArray()];

    private const long EvidenceFileLimit = Core.EvidenceFiles.EvidenceFile.LargestFile;

    /// <summary>So many zero bytes, of a length that nobody is told before.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(left, count);
            Array.Clear(buffer, offset, read);
            left -= read;
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush()
        {
        }
    }

    private static byte[] Pdf(int size)
    {
        var file = RandomNumberGenerator.GetBytes(size);
        "%PDF-1.7\n"u8.CopyTo(file);
        return file;
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
