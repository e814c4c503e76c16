using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using PdnColorize.Training.Reports;
using PdnColorize.Training.Reports.Sheets;

namespace PdnColorize.Training.Tests.Reports;

public sealed class ReportPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Metrics_HoldsTheCurvesAsNumbers()
    {
        XDocument page = Parse(ReportPage.Write(ReportSamples.Content(_folder)));

        JsonElement losses = Numbers(page, "stage1-losses");
        JsonElement validations = Numbers(page, "stage1-psnr");

        Assert.Equal([20, 40, 60], Values(losses.GetProperty("steps")));
        Assert.Equal([0.75, 0.5, 0.25], Curve(losses, "total"));
        Assert.Equal([0.25, 0.125, 0.0625], Curve(losses, "hints"));
        Assert.Equal([40, 60], Values(validations.GetProperty("steps")));
        Assert.Equal([15, 16.5], Curve(validations, "50 hints"));
        // (10 + 11 + 12 + 13 + 14 + 15) / 6 and (11 + 12 + 13 + 14 + 15 + 16.5) / 6.
        Assert.Equal([12.5, 13.5833], Curve(validations, "score (mean)"));
        // Before the adversary starts there are no such losses, which is not the same as 0.
        Assert.Equal([null, 1.5, 2.5], Curve(Numbers(page, "stage1-adversary"), "adversarial"));
    }

    [Fact]
    public void Write_Metrics_DrawsEachValueWhereTheAxesSay()
    {
        XDocument page = Parse(ReportPage.Write(ReportSamples.Content(_folder)));
        XElement chart = Chart(page, "stage1-psnr");

        XElement[] dots = [.. chart.Descendants("circle").Where(circle => (string?)circle.Attribute("class") == "h5")];
        (double Position, double Value)[] marks = [.. chart.Descendants("text").Where(text => (string?)text.Attribute("class") == "up")
            .Select(text => (Number(text.Attribute("y")!.Value), Number(text.Value)))];

        double perDecibel = (marks[^1].Position - marks[0].Position) / (marks[^1].Value - marks[0].Value);
        Assert.Equal(2, dots.Length);
        Assert.All(dots.Zip((double[])[15, 16.5]), pair => Assert.Equal(
            marks[0].Position + ((pair.Second - marks[0].Value) * perDecibel), Number(pair.First.Attribute("cy")!.Value), tolerance: 0.2));
    }

    [Fact]
    public void Write_StrangeTexts_ShowsThemAndStaysWellFormed()
    {
        const string Name = "a<b>&\"c\" 'd' ]]> </script><script>alert(1)</script> \u0001 \ud800";
        const string Config = "{ // \"x\" < 1 && y > 2 </pre> <!-- -->\n}";
        ReportContent content = ReportSamples.Content(_folder) with { Name = Name, Config = Config, Changes = [("<key>", "\"&\"", "'")] };

        XDocument page = Parse(ReportPage.Write(content));
        XDocument plain = Parse(ReportPage.Write(ReportSamples.Content(_folder)));

        Assert.StartsWith(Name.Replace('\u0001', '\uFFFD').Replace('\ud800', '\uFFFD'), page.Descendants("h1").Single().Value, StringComparison.Ordinal);
        Assert.Equal(Config, page.Descendants("pre").Single().Value);
        Assert.Equal(["<key>", "\"&\"", "'"], page.Descendants("table").Last().Descendants("td").Select(cell => cell.Value));
        Assert.Equal(plain.Descendants("script").Count(), page.Descendants("script").Count());
    }

    [Fact]
    public void Write_ARunWithSheets_RefersToNothingOutside()
    {
        string text = ReportPage.Write(ReportSamples.Content(_folder, [new SheetPicture(40, 656, 128, [1, 2, 3])]));

        XDocument page = Parse(text);

        string[] references = [.. page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href" or "srcset" or "action").Select(attribute => attribute.Value)];
        Assert.Equal(2, references.Length);
        Assert.All(references, reference => Assert.StartsWith("data:", reference, StringComparison.Ordinal));
        Assert.DoesNotContain("http", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(61, "1 min 1 s")]
    [InlineData(3600 + 1800, "1 h 30 min")]
    [InlineData((2 * 86400) + 3600, "2 d 1 h")]
    public void Duration_Times_AreWrittenWithTheirTwoLargestUnits(int seconds, string expected) =>
        Assert.Equal(expected, Markup.Duration(TimeSpan.FromSeconds(seconds)));

    private static XDocument Parse(string page)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XElement Chart(XDocument page, string id) => page.Descendants("figure").Single(figure => (string?)figure.Attribute("id") == id);

    private static JsonElement Numbers(XDocument page, string id)
    {
        using JsonDocument numbers = JsonDocument.Parse(Chart(page, id).Element("script")!.Value);
        return numbers.RootElement.Clone();
    }

    private static double?[] Curve(JsonElement chart, string name) =>
        Values(chart.GetProperty("series").EnumerateArray().Single(series => series.GetProperty("name").GetString() == name).GetProperty("values"));

    private static double?[] Values(JsonElement values) =>
        [.. values.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble())];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
