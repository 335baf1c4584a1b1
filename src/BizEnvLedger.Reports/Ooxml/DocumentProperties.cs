using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace BizEnvLedger.Reports.Ooxml;

/// <summary>Title, author and dates of a document: what the data set says, never the machine's clock or user.</summary>
internal sealed record DocumentProperties(string Title, string Creator, DateTimeOffset At)
{
    public void Put(CoreFilePropertiesPart part)
    {
        XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var at = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var properties = new XElement(cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", cp), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", Title), new XElement(dc + "creator", Creator), new XElement(cp + "lastModifiedBy", Creator),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), at), new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), at));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + properties.ToString(SaveOptions.DisableFormatting)));
        part.FeedData(stream);
    }
}
