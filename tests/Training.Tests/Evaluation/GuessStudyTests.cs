using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;
using PdnColorize.Training.Evaluation.Studies;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class GuessStudyTests
{
    [Fact]
    public void Measure_CandidateWithGuesses_TakesTheBestOfEight()
    {
        EvaluationPicture picture = DrawnEvaluation.Picture();
        using CandidateSet candidates = new([], [new Greys(hasGuesses: true), new Greys(hasGuesses: false)]);
        GuessStudy study = new();

        study.Measure(new DrawingResults(picture.Draw(LineKind.True, CancellationToken.None), candidates, withLines: false, CancellationToken.None));

        MetricTable psnr = study.Tables[0];
        double[] ofSeeds = [.. Enumerable.Range(0, 8).Select(seed => PictureSimilarity.Psnr(new ScoredPicture(Greys.Sheet(seed)), picture.Scored))];
        Assert.True(ofSeeds.Max() > ofSeeds[0] + 0.5);
        Assert.Equal(ofSeeds[0], psnr.Mean("guessing", 0));
        Assert.Equal(ofSeeds.Max(), psnr.Mean("guessing", 1));
        Assert.Equal(ofSeeds[0], psnr.Mean("sure", 0));
        Assert.Null(psnr.Mean("sure", 1));
        // Grey has no chroma, no hue and is no white paper.
        MetricTable colors = study.Tables[1];
        Assert.InRange(colors.Mean("sure", 0)!.Value, 0, 0.001);
        Assert.Equal(0, colors.Mean("sure", 2));
        Assert.Equal(0, study.Tables[2].Mean("sure", 0)!.Value, 4);
    }

    /// <summary>Paints one grey, another for each seed.</summary>
    private sealed class Greys(bool hasGuesses) : ICandidate
    {
        public string Label => hasGuesses ? "guessing" : "sure";

        public IReadOnlyList<string> Names => [Label];

        public bool HasGuesses => hasGuesses;

        public static Picture Sheet(int seed)
        {
            Picture sheet = new(EvaluationPicture.Side, EvaluationPicture.Side);
            Array.Fill(sheet.Pixels, (byte)(20 + (30 * seed)));
            return sheet;
        }

        public IReadOnlyList<Picture> Color(ColoringTask task, CancellationToken cancellationToken) => [Sheet(task.Seed)];

        public void Dispose()
        {
        }
    }
}
