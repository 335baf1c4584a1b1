using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace BizEnvLedger.Reports.Ooxml;

/// <summary>
/// Takes out of an Open Packaging document (ECMA-376 part 2) what differs from run to run: the order and dates of its entries,
/// the ids of the package's relationships, the order of content types.
/// </summary>
internal static class FixedPackage
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string PackageRelationships = "_rels/.rels";

    public static byte[] Repack(MemoryStream package)
    {
        package.Position = 0;
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        var entries = zip.Entries
            .Select(entry => (Name: entry.FullName, Content: Fixed(entry.FullName, Bytes(entry))))
            .OrderBy(entry => entry.Name switch { ContentTypes => 0, PackageRelationships => 1, _ => 2 })
            .ThenBy(entry => entry.Name, StringComparer.Ordinal);
        return StoredZip.Write([.. entries]);
    }

    private static byte[] Fixed(string name, byte[] content) => name switch
    {
        ContentTypes => Sorted(content, element => element.Name.LocalName + (element.Attribute("Extension") ?? element.Attribute("PartName"))!.Value),
        PackageRelationships => Renumbered(Sorted(content, element => element.Attribute("Target")!.Value)),
        _ when name.EndsWith(".rels", StringComparison.Ordinal) => Sorted(content, element => element.Attribute("Id")!.Value),
        _ => content,
    };

    private static byte[] Sorted(byte[] xml, Func<XElement, string> key)
    {
        var root = Parse(xml);
        return Write(new XElement(root.Name, root.Elements().OrderBy(key, StringComparer.Ordinal)));
    }

    private static byte[] Renumbered(byte[] xml)
    {
        var root = Parse(xml);
        foreach (var (i, relationship) in root.Elements().Index())
            root.Elements().ElementAt(i).ReplaceAttributes(
                new XAttribute("Id", $"rId{i + 1}"),
                relationship.Attributes().Where(attribute => attribute.Name != "Id").OrderBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal));
        return Write(root);
    }

    private static XElement Parse(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        return XElement.Load(stream);
    }

    private static byte[] Write(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = false }))
            root.Save(writer);
        return stream.ToArray();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
