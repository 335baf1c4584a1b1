using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Registers that the plan orders kept.</summary>
internal static class RegisterChecks
{
    public static void Check(PlanPlaces places, Mistakes mistakes)
    {
        var registers = places.Plan.Registers;
        mistakes.Once(registers.Select((x, i) => ($"$.registers[{i}].id", x.Id)), "register", "台账");
        for (var i = 0; i < registers.Count; i++)
            Register(places, $"$.registers[{i}]", registers[i], mistakes);
    }

    private static void Register(PlanPlaces places, string path, RegisterDefinition register, Mistakes mistakes)
    {
        mistakes.Id(path + ".id", register.Id);
        mistakes.NotEmpty(path + ".title", register.Title);
        mistakes.NotEmpty(path + ".clause", register.Clause);
        mistakes.Known(places, path + ".keeper", register.Keeper);
        mistakes.InOrder(places, path + ".dispatch", register.Dispatch);
        if (register.Measure is { } measure && !places.MeasureIds.Contains(measure))
        {
            var meant = Nearest.To(measure, places.MeasureIds);
            mistakes.Add(path + ".measure", "unknown-measure",
                $"No measure has the id “{measure}”.", $"没有标识为“{measure}”的措施。",
                meant is null ? "Write the id of a measure, or leave it out." : $"Did you mean “{meant}”? Otherwise leave it out.",
                meant is null ? "请写措施的标识，或删去此项。" : $"是否应为“{meant}”？否则请删去此项。");
        }
        if (register.Columns.Count == 0)
            mistakes.Add(path + ".columns", "register-without-columns",
                $"The register “{register.Id}” has no column.", $"台账“{register.Id}”没有列。",
                "Name at least one column.", "请至少列出一列。");
        mistakes.Once(register.Columns.Select((x, i) => ($"{path}.columns[{i}].id", x.Id)), "column", "列");
        for (var i = 0; i < register.Columns.Count; i++)
        {
            mistakes.Id($"{path}.columns[{i}].id", register.Columns[i].Id);
            mistakes.NotEmpty($"{path}.columns[{i}].title", register.Columns[i].Title);
            if (register.Columns[i] is { Personal: true, Type: not ColumnType.Text })
                mistakes.Add($"{path}.columns[{i}].personal", "personal-not-text",
                    "Only a text column can be personal: other cells stand in the ledger for ever.", "只有文字列可以是个人信息列：其他单元格永久留存在台账中。",
                    "Make it a text column, or leave “personal” out.", "请改为文字列，或删去“personal”。");
        }
    }
}
