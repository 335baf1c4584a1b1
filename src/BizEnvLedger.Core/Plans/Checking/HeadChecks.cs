using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>The plan's head: format, names, period, issuer, whom it goes to, its own rules.</summary>
internal static class HeadChecks
{
    public static void Check(PlanPlaces places, Mistakes mistakes)
    {
        var plan = places.Plan;
        Format(mistakes, plan.Format, PlanDocument.FormatName);
        mistakes.Slug("$.id", plan.Id);
        mistakes.NotEmpty("$.title", plan.Title);
        if (plan.ShortTitle is { } shortTitle)
            mistakes.NotEmpty("$.shortTitle", shortTitle);
        mistakes.NotEmpty("$.documentNumber", plan.DocumentNumber);
        mistakes.Slug("$.calendar", plan.Calendar);
        if (plan.Period.To < plan.Period.From)
            mistakes.Add("$.period", "period-reversed",
                $"The plan ends ({plan.Period.To:yyyy-MM-dd}) before it begins ({plan.Period.From:yyyy-MM-dd}).",
                $"计划期末日（{plan.Period.To:yyyy-MM-dd}）早于首日（{plan.Period.From:yyyy-MM-dd}）。",
                "Exchange “from” and “to”, or correct the years.", "请对调“from”与“to”，或更正年份。");
        mistakes.Known(places, "$.issuer", plan.Issuer);
        mistakes.Known(places, "$.issuingOffice", plan.IssuingOffice);
        mistakes.Addressees("$.recipients", plan.Recipients);
        mistakes.Addressees("$.copiesTo", plan.CopiesTo);
        if (plan.Rules is { } rules)
            RuleChecks.Check(rules, "$.rules", mistakes);
    }

    public static void Format(Mistakes mistakes, string written, params string[] right)
    {
        if (!right.Contains(written))
            mistakes.Add("$.format", "unknown-format",
                $"“{ModelReader.Shown(written)}” is not a format that is read here.", $"此处不读取“{ModelReader.Shown(written)}”格式。",
                $"Write {string.Join(" or ", right)}.", $"请写{string.Join("或", right)}。");
    }
}
