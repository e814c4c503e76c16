using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>What drawings without hints look like: how near the guesses come, and whether they are as colourful as the originals.</summary>
internal sealed class GuessStudy : IStudy
{
    /// <summary>How many guesses there are of each drawing.</summary>
    public const int Guesses = 8;

    private readonly MetricTable _psnr = new(new Metric(
        "guessPsnr", "Guesses without hints", $"PSNR in dB of the first guess, and of the best of {Guesses} where a model has several.", ["first", $"best of {Guesses}"], Preference.Higher));

    private readonly MetricTable _colors = new(new Metric(
        "guessColors", "Colours of guesses",
        "The first guess over the original, on the paper between the lines: mean chroma (CIELAB); number of hues (exp of the entropy of 12 hues weighted by chroma); share of the white paper that stays white.",
        ["chroma", "hues", "paper"], Preference.None));

    private readonly MetricTable _unevenness = new(new Metric(
        "guessUnevenness", "Unevenness of guesses",
        "Root mean square CIELAB distance from the mean colour of the original's region: the first guess's, the original's, and the first over the second. White paper is even.",
        ["guess", "original", "ratio"], Preference.None)
    { EndsWithRatio = true });

    public IReadOnlyList<MetricTable> Tables => [_psnr, _colors, _unevenness];

    public void Measure(DrawingResults results)
    {
        EvaluationDrawing drawing = results.Drawing;
        IReadOnlyList<ColoredRow> first = results.With(0).Rows;
        AddPsnr(results, first);
        ScoredPicture original = drawing.Original.Scored;
        bool[] paper = drawing.Original.ScoredPaper;
        int[] regions = [.. drawing.Original.ScoredRegions.Select((region, i) => paper[i] ? region : -1)];
        (double chroma, double hues) = (PaletteMeasures.MeanChroma(original.Lab, paper), PaletteMeasures.HueCount(original.Lab, paper));
        double unevenness = PaletteMeasures.Unevenness(original.Lab, regions);
        var values = results.MeasureAll(first, picture =>
        {
            ScoredPicture scored = results.Score(picture);
            return (
                Chroma: PaletteMeasures.MeanChroma(scored.Lab, paper),
                Hues: PaletteMeasures.HueCount(scored.Lab, paper),
                White: PaletteMeasures.WhitePaper(scored.Square.Pixels, original.Square.Pixels, paper),
                Unevenness: PaletteMeasures.Unevenness(scored.Lab, regions));
        });
        for (int i = 0; i < first.Count; i++)
        {
            _colors.Add(drawing.Kind, drawing.Source, first[i].Name, 0, values[i].Chroma, chroma);
            _colors.Add(drawing.Kind, drawing.Source, first[i].Name, 1, values[i].Hues, hues);
            _colors.Add(drawing.Kind, drawing.Source, first[i].Name, 2, values[i].White.Kept, values[i].White.Paper);
            _unevenness.Add(drawing, first[i].Name, 0, values[i].Unevenness);
            _unevenness.Add(drawing, first[i].Name, 1, unevenness);
        }
    }

    private void AddPsnr(DrawingResults results, IReadOnlyList<ColoredRow> first)
    {
        IReadOnlyDictionary<string, double> ofFirst = results.Psnr(first);
        Dictionary<string, double> best = [];
        for (int seed = 1; seed < Guesses; seed++)
            foreach ((string name, double psnr) in results.Psnr(results.Guess(seed)))
                best[name] = Math.Max(psnr, best.GetValueOrDefault(name, ofFirst[name]));

        foreach ((string name, double psnr) in ofFirst) _psnr.Add(results.Drawing, name, 0, psnr);
        foreach ((string name, double psnr) in best) _psnr.Add(results.Drawing, name, 1, psnr);
    }
}
