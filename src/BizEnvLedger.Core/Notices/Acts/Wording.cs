using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// 文字修改: a paragraph is worded anew; names and figures stay placeholders. It undoes the feedback of the entry that it is of, and the approval of the draft or of the
/// letter, and the event says so. Refused: not the office, unknown notice, paragraph or entry, its document signed or sent already, a placeholder missing, doubled,
/// unknown or out of order, a figure in any script, an invisible character, the name of another unit.
/// </summary>
public sealed record EditWording(HalfYear HalfYear, string Paragraph, DraftText? Text)
{
    public static Decision Decide(PlanState state, EditWording command, Caller who, Moment now)
    {
        if ((NoticeChecks.Find(state, command.HalfYear, out var notice) ?? RightsTable.Role(nameof(EditWording), who)) is { } refusal)
            return refusal;
        if (NoticeParagraphs.Parse(command.Paragraph) is not { } paragraph || (paragraph.Entry.Length > 0 && notice.Find(paragraph.Entry) is null))
            return Refusal.Invalid("unknown-paragraph", "paragraph", ("paragraph", command.Paragraph.Length > 60 ? command.Paragraph[..60] : command.Paragraph));
        var entry = notice.Find(paragraph.Entry);
        return Open(notice, paragraph.Word, entry)
            ?? Checks.Text(command.Text, "text", state.Plan)
            ?? Placeholders(command.Text!.Value, paragraph.Placeholders)
            ?? WordingWords.Check(command.Text.Value, state.Plan, entry?.Unit)
            ?? (Decision)Decision.Of(new NoticeWordingEdited(command.HalfYear.ToString(), command.Paragraph, TextSeal.Of(command.Text)) { Undoes = Undone(notice, paragraph.Word, entry) });
    }

    /// <summary>Each document's wording is open until that document goes out.</summary>
    private static Refusal? Open(Notice notice, string word, NoticeEntry? entry) => word switch
    {
        "feedback" => entry!.FedBack is null && notice.Signed is null,
        "letter" => entry!.Letter is null,
        "rectification" => entry!.Rectification is null or { Relapsed: not null },
        "proposal" => entry!.Proposal is null or { Decided: not null, Approved: false },
        _ => notice.Signed is null,
    }
        ? null : Refusal.Conflict("wording-locked", "paragraph", ("paragraph", word));

    private static IReadOnlyList<string>? Undone(Notice notice, string word, NoticeEntry? entry)
    {
        IReadOnlyList<string> undone =
        [
            .. word == "entry" && entry!.FedBack is not null ? ["feedback"] : Array.Empty<string>(),
            .. notice is { Signed: null, Approved: not null } ? ["approval"] : Array.Empty<string>(),
            .. word == "letter" && notice.Signed is not null && entry!.LetterApproved is not null ? ["letterApproval"] : Array.Empty<string>(),
        ];
        return undone.Count > 0 ? undone : null;
    }

    private static Refusal? Placeholders(string text, IReadOnlyList<string> wanted)
    {
        var written = NoticeParagraphs.In(text);
        return written.FirstOrDefault(p => p != NoticeParagraphs.Subject && !wanted.Contains(p)) is { } unknown ? Refusal.Invalid("placeholder-unknown", "text", ("placeholder", unknown), ("placeholders", string.Join(", ", wanted)))
            : wanted.FirstOrDefault(p => written.Count(w => w == p) != 1) is { } missing ? Refusal.Invalid("placeholder-missing", "text", ("placeholder", missing))
            : wanted.Contains("unit") && written.ToList().IndexOf("unit") > written.ToList().IndexOf("facts") ? Refusal.Invalid("placeholder-order", "text")
            : null;
    }
}
