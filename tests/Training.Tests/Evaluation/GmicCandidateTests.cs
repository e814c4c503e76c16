using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class GmicCandidateTests
{
    /// <summary>Stands for gmic: copies the spots to the file after 'output', and counts its runs.</summary>
    private const string FakeProgram = """
        #!/bin/sh
        echo run >> "$(dirname "$0")/runs"
        while [ $# -gt 0 ]; do
          case "$1" in
            spots*.png) spots=$1; filter=$3; settings=$4 ;;
            output) [ "$filter $settings" = "fx_colorize_lineart 0,1,0,0.05" ] || exit 3; cp "$spots" "$2" ;;
          esac
          shift
        done
        """;

    private readonly EvaluationDrawing _drawing = DrawnEvaluation.Picture().Draw(LineKind.True, CancellationToken.None);

    [GmicFact]
    public void Color_DotInEachOfTheLargestRegions_FillsThem()
    {
        using GmicCandidate candidate = new(new GmicProgram("gmic"));
        HintSet hints = _drawing.Original.RegionDots(5);

        Picture result = Assert.Single(candidate.Color(new ColoringTask(_drawing, _drawing.Prepared, hints), CancellationToken.None));

        // Boxes 44 apart with outlines: 20 pixels of 96 inside each is its colour.
        Assert.All(Enumerable.Range(0, 4), box =>
        {
            int at = ((4 + (box / 2 * 44) + 8) * 16 / 3 * EvaluationPicture.Side) + ((4 + (box % 2 * 44) + 8) * 16 / 3);
            Assert.Equal(_drawing.Original.Original.ColorAt(at), ColorAt(result, at));
        });
        Assert.All(Enumerable.Range(0, result.PixelCount), i => Assert.Equal(255, result.Pixels[(i * 4) + 3]));
    }

    [Fact]
    public void Color_FakeProgram_GetsAllHintsInOneRun()
    {
        if (OperatingSystem.IsWindows()) return;
        using TemporaryFolder folder = new();
        using GmicCandidate candidate = new(Fake(folder, FakeProgram));
        HintSet[] sets = [_drawing.Original.Dots(0), _drawing.Original.Dots(5), _drawing.Original.RegionDots(5)];

        candidate.Prepare(_drawing, sets, CancellationToken.None);
        Picture[] results = [.. sets.Select(hints => Assert.Single(candidate.Color(new ColoringTask(_drawing, _drawing.Prepared, hints), CancellationToken.None)))];

        Assert.Single(File.ReadAllLines(folder.File("runs")));
        // Without hints there is nothing to ask.
        Assert.All(results[0].Pixels, value => Assert.Equal(255, value));
        for (int set = 1; set < sets.Length; set++)
            Assert.All(sets[set].Positions.Zip(sets[set].Colors), hint => Assert.Equal(hint.Second, ColorAt(results[set], hint.First)));
    }

    [Fact]
    public void Color_ProgramThatFails_SaysWhy()
    {
        if (OperatingSystem.IsWindows()) return;
        using TemporaryFolder folder = new();
        using GmicCandidate candidate = new(Fake(folder, "#!/bin/sh\necho 'no such filter' >&2\nexit 1\n"));
        ColoringTask task = new(_drawing, _drawing.Prepared, _drawing.Original.Dots(5));

        Assert.Contains("no such filter", Assert.Throws<ColorizationException>(() => candidate.Color(task, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Color_ProgramThatWritesNothing_SaysSo()
    {
        if (OperatingSystem.IsWindows()) return;
        using TemporaryFolder folder = new();
        using GmicCandidate candidate = new(Fake(folder, "#!/bin/sh\nexit 0\n"));
        ColoringTask task = new(_drawing, _drawing.Prepared, _drawing.Original.Dots(5));

        Assert.Contains("gave no picture", Assert.Throws<ColorizationException>(() => candidate.Color(task, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsInstalled_NoSuchProgram_IsFalse() => Assert.False(new GmicProgram("no-such-program-as-this").IsInstalled());

    private static GmicProgram Fake(TemporaryFolder folder, string script)
    {
        string path = folder.File("gmic");
        File.WriteAllText(path, script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new GmicProgram(path);
    }

    private static int ColorAt(Picture picture, int at) => (picture.Pixels[(at * 4) + 2] << 16) | (picture.Pixels[(at * 4) + 1] << 8) | picture.Pixels[at * 4];

    /// <summary>A test that needs the program itself.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class GmicFactAttribute : FactAttribute
    {
        public GmicFactAttribute()
        {
            if (!new GmicProgram("gmic").IsInstalled()) Skip = "The program gmic is not installed.";
        }
    }
}
