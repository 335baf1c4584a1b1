using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Proof;
using BizEnvLedger.Service.Audit;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Audit;

/// <summary>A service with one witness configured.</summary>
public sealed class WitnessedApi(TestServer server) : IAsyncLifetime
{
    public SigningKey Witness { get; } = SigningKey.Generate("audit.example/witness", SignatureKind.Cosignature);
    public LedgerApi Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Api = new(server) { Configure = b => b.Configuration["Audit:Witnesses:0"] = Witness.Verifier.ToString() };
        await Api.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}

public sealed class AuditEndpointsTests(WitnessedApi witnessed) : IClassFixture<WitnessedApi>
{
    private const string Base = "/api/v1/audit/";
    private readonly LedgerApi api = witnessed.Api;

    [Fact]
    public async Task A_writes_receipt_is_a_proof_file_within_two_seconds_that_verifies_with_the_key_alone()
    {
        var log = VerifierKey.Parse(await TextAsync("key"));
        var answer = await LedgerApi.JsonAsync(await api.PostAsync("unit:finance-bureau", "tasks/20/progress", new { measure = "20.1", narrative = "照常填报" }));
        var leaf = answer.GetProperty("leaves")[0];
        var index = leaf.GetProperty("leafIndex").GetInt64();
        var proof = await ProofAsync(index, TimeSpan.FromSeconds(2));
        Convert.ToHexStringLower(MerkleRoot.LeafHash(proof.Extra)).ShouldBe(leaf.GetProperty("leafHash").GetString());
        var head = proof.Verify(log, MerkleRoot.LeafHash(proof.Extra));
        head.Origin.ShouldBe(log.Name);
        head.Origin.ShouldEndWith("/ledger/150500");
        head.Size.ShouldBeGreaterThan(index);
        JsonDocument.Parse(proof.Extra!).RootElement.GetProperty("type").GetString().ShouldBe("progress_recorded");
    }

    [Fact]
    public async Task Checkpoints_extend_each_other_and_a_witness_that_checks_that_cosigns_them()
    {
        var log = VerifierKey.Parse(await TextAsync("key"));
        var first = Checkpoint.Open(SignedNote.Parse(await TextAsync("checkpoint")), log);
        await api.AcceptedAsync("unit:finance-bureau", "tasks/20/progress", new { measure = "20.1", narrative = "再报一次" });
        var note = SignedNote.Parse(await TextAsync("checkpoint"));
        var second = Checkpoint.Open(note, log);
        second.Size.ShouldBe(first.Size + 1);
        var consistency = await LedgerApi.JsonAsync(await api.SendAsync(HttpMethod.Get, "auditor", string.Create(CultureInfo.InvariantCulture, $"{Base}consistency?from={first.Size}&to={second.Size}")));
        var hashes = consistency.GetProperty("hashes").EnumerateArray().Select(h => h.GetBytesFromBase64()).ToList();
        MerkleProof.Extends(first.Size, first.Root, second.Size, second.Root, hashes).ShouldBeTrue();

        var cosigned = note.With(witnessed.Witness.Cosign(second.Text, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));
        (await SendAsync("office", cosigned.ToString())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var stranger = note.With(SigningKey.Generate("nobody.example", SignatureKind.Cosignature).Cosign(second.Text, DateTimeOffset.UtcNow));
        await LedgerApi.ProblemAsync(await SendAsync("auditor", stranger.ToString()), 422, "witness-unknown");
        await LedgerApi.ProblemAsync(await SendAsync("auditor", "nonsense"), 422, "note-refused");
        await LedgerApi.ProblemAsync(await SendAsync("auditor", new string('x', 70_000)), 422, "note-refused");
        var line = cosigned.Signatures[^1];
        var forged = note.With(line with { Signature = [.. line.Signature[..^1], (byte)(line.Signature[^1] ^ 1)] });
        await LedgerApi.ProblemAsync(await SendAsync("auditor", forged.ToString()), 422, "note-refused");
        (await SendAsync("auditor", cosigned.ToString())).StatusCode.ShouldBe(HttpStatusCode.OK);

        var witnessedNote = SignedNote.Parse(await TextAsync(string.Create(CultureInfo.InvariantCulture, $"checkpoint?size={second.Size}")));
        witnessedNote.Verify([log, witnessed.Witness.Verifier]).Count.ShouldBe(2);
        var receipt = await ProofAsync(second.Size - 1, TimeSpan.Zero);
        receipt.Checkpoint.Verify([witnessed.Witness.Verifier]).ShouldHaveSingleItem().Time.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
    }

    [Fact]
    public async Task What_lies_beyond_the_log_is_said_and_never_a_fault()
    {
        await TextAsync("checkpoint");
        foreach (var (path, status, code) in new[]
        {
            ("proof/99999999", 404, "no-leaf"), ("checkpoint?size=99999999", 404, "no-checkpoint"), ("checkpoint?size=-1", 400, "malformed-size"), ("checkpoint?size=x", 400, "malformed-size"),
            ("consistency?from=0&to=1", 404, "no-consistency"), ("consistency?from=2&to=1", 404, "no-consistency"), ("consistency?from=1&to=99999999", 404, "no-consistency"), ("consistency?from=1", 422, "field-missing"),
        })
            await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", Base + path), status, code);
        (await api.SendAsync(HttpMethod.Get, "", Base + "key")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_runtime_role_cannot_change_or_remove_a_checkpoint()
    {
        await TextAsync("checkpoint");
        await using var connection = new NpgsqlConnection(api.Connections.Runtime);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var sql in new[] { "update ledger.checkpoint set note = ''", "delete from ledger.checkpoint", "delete from ledger.cosignature", "update ledger.cosignature set line = ''" })
            (await Should.ThrowAsync<PostgresException>(() => connection.RunAsync(sql, TestContext.Current.CancellationToken))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<TlogProof> ProofAsync(long index, TimeSpan within)
    {
        var until = DateTime.UtcNow + within;
        while (true)
        {
            var answer = await api.SendAsync(HttpMethod.Get, "unit:finance-bureau", string.Create(CultureInfo.InvariantCulture, $"{Base}proof/{index}"));
            if (answer.StatusCode == HttpStatusCode.OK)
                return TlogProof.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            DateTime.UtcNow.ShouldBeLessThan(until, "no checkpoint held the leaf in time");
            await LedgerApi.ProblemAsync(answer, 404, "checkpoint-not-yet");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> TextAsync(string path)
    {
        var answer = await api.SendAsync(HttpMethod.Get, "auditor", Base + path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(string account, string note) => api.SendAsync(HttpMethod.Post, account, Base + "cosignatures", new StringContent(note, Encoding.UTF8, "text/plain"));
}
