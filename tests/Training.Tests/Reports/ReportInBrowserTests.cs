using System.Globalization;
using System.Text.RegularExpressions;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Reports;
using PdnColorize.Training.Reports.Sheets;

namespace PdnColorize.Training.Tests.Reports;

public sealed class ReportInBrowserTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Page_Opened_ShowsTheLastSheetAndReportsNoError()
    {
        SheetFolder sheets = new(_folder.File("samples"));
        foreach (long step in (long[])[40, 60]) sheets.Add(1, step, ReportSamples.Drawings(8));
        string path = _folder.File("report.html");
        File.WriteAllText(path, ReportPage.Write(ReportSamples.Content(_folder, sheets.Shown(1))));

        (string dom, string[] messages) = await Chromium.Open(_folder, path, "--dump-dom");
        (_, string[] more) = await Chromium.Open(_folder, path, "--window-size=1400,1800", $"--screenshot={_folder.File("page.png")}");

        Assert.Empty(messages.Concat(more));
        // What the script adds: a slider, and for each chart a place for the numbers under the pointer. Of the sheets it leaves the last.
        Assert.Single(Regex.Matches(dom, "<input [^>]*type=\"range\""));
        Assert.Equal(Regex.Count(dom, "<figure class=\"chart"), Regex.Count(dom, "<div class=\"tip\""));
        Assert.Equal(["40"], Regex.Matches(dom, "<figure class=\"sheet\" data-step=\"(\\d+)\" hidden").Select(match => match.Groups[1].Value));
        // The sheet's 8 results with hints are squares of more than 80 pixels there.
        Picture page = PictureFile.Read(_folder.File("page.png"), new PictureLimits());
        Assert.InRange(Enumerable.Range(0, page.PixelCount).Count(i => IsResult(page.Pixels.AsSpan(i * Picture.BytesPerPixel, 3))), 8 * 80 * 80, 8 * 256 * 256);
    }

    [Fact]
    public async Task Page_PointerOverAChart_ShowsTheNumbersInIt()
    {
        string path = _folder.File("report.html");
        string page = ReportPage.Write(ReportSamples.Content(_folder, new SheetFolder(_folder.File("samples")).Shown(1)));
        const string Point = """
            <script>
            const chart = document.querySelector('.chart'), svg = chart.querySelector('svg'), at = svg.getBoundingClientRect();
            svg.dispatchEvent(new PointerEvent('pointermove', { clientX: at.left + at.width / 2, clientY: at.top + at.height / 2 }));
            const tip = chart.querySelector('.tip').getBoundingClientRect();
            document.title = `above ${tip.top - at.top} below ${at.bottom - tip.bottom} left ${tip.left - at.left} right ${at.right - tip.right}`;
            </script>
            """;
        File.WriteAllText(path, page + Point);

        (string dom, string[] messages) = await Chromium.Open(_folder, path, "--window-size=1400,1800", "--dump-dom");

        Assert.Empty(messages);
        Match distances = Regex.Match(dom, "<title>above (-?[0-9.]+) below (-?[0-9.]+) left (-?[0-9.]+) right (-?[0-9.]+)</title>");
        Assert.True(distances.Success, dom[..Math.Min(dom.Length, 500)]);
        Assert.All(distances.Groups.Values.Skip(1), group => Assert.InRange(double.Parse(group.Value, CultureInfo.InvariantCulture), 0, 1000));
    }

    [Fact]
    public async Task Chromium_APageWithAnError_ReportsIt()
    {
        string path = _folder.File("broken.html");
        File.WriteAllText(path, "<!DOCTYPE html><script>missing();</script>");

        (_, string[] messages) = await Chromium.Open(_folder, path, "--dump-dom");

        Assert.Contains("missing is not defined", Assert.Single(messages), StringComparison.Ordinal);
    }

    /// <summary>Near magenta: WebP changes colours a little.</summary>
    private static bool IsResult(ReadOnlySpan<byte> bgr) => bgr[0] > 215 && bgr[1] < 40 && bgr[2] > 215;
}
