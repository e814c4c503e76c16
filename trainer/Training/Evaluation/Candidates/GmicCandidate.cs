using System.Globalization;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>
/// G'MIC's filter "Colorize Lineart [Propagation]" by Tschumperlé, Giet and Revoy, with its own settings: the layer of spots, then the drawing; the colours come back as the first
/// of its layers.
/// </summary>
internal sealed class GmicCandidate(GmicProgram program) : ICandidate
{
    /// <summary>Layers in: spots, drawing; out: colours, drawing; all colours in one layer; the filter's own smoothness.</summary>
    private const string Filter = "0,1,0,0.05";

    private const string DrawingFile = "drawing.png";

    private readonly Dictionary<HintSet, Picture> _results = new(ReferenceEqualityComparer.Instance);
    private EvaluationDrawing? _prepared;

    public string Label { get; } = BaselineCandidate.NameOf(Baseline.Gmic);

    public IReadOnlyList<string> Names => [Label];

    public bool IsSlow => true;

    /// <summary>The program takes three times as long to start as to colour, so one run colours all.</summary>
    public void Prepare(EvaluationDrawing drawing, IReadOnlyList<HintSet> hints, CancellationToken cancellationToken)
    {
        _results.Clear();
        _prepared = drawing;
        HintSet[] sets = [.. hints.Where(set => !set.IsEmpty)];
        if (sets.Length == 0) return;
        Picture[] pictures = Run(drawing.Picture, sets, cancellationToken);
        for (int i = 0; i < sets.Length; i++) _results[sets[i]] = pictures[i];
    }

    public IReadOnlyList<Picture> Color(ColoringTask task, CancellationToken cancellationToken)
    {
        if (task.Hints.IsEmpty) return [BaselineCandidate.WhitePaper(task.Prepared)];
        if (task.Prepared != task.Drawing.Prepared) throw new InvalidOperationException("The program colours unchanged drawings only.");
        return task.Drawing == _prepared && _results.TryGetValue(task.Hints, out Picture? known) ? [known] : Run(task.Drawing.Picture, [task.Hints], cancellationToken);
    }

    public void Dispose()
    {
    }

    private Picture[] Run(Picture drawing, HintSet[] hints, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pdncolorize-gmic-");
        try
        {
            PictureFile.Write(Path.Combine(folder.FullName, DrawingFile), drawing);
            List<string> arguments = [];
            for (int i = 0; i < hints.Length; i++)
            {
                PictureFile.Write(Path.Combine(folder.FullName, SpotsFile(i)), ToLayer(hints[i]));
                arguments.AddRange(SpotsFile(i), DrawingFile, "fx_colorize_lineart", Filter, "keep[0]", "output", ResultFile(i), "remove");
            }

            program.Run(arguments, folder.FullName, cancellationToken);
            return [.. Enumerable.Range(0, hints.Length).Select(i => Read(Path.Combine(folder.FullName, ResultFile(i)), drawing))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Picture Read(string file, Picture drawing)
    {
        try
        {
            Picture colors = PictureFile.Read(file, PictureLimits.CommandLine);
            if (colors.Width != drawing.Width || colors.Height != drawing.Height) throw new ColorizationException("G'MIC gave a picture of another size.");
            return colors;
        }
        catch (PictureException e)
        {
            throw new ColorizationException($"G'MIC gave no picture: {e.Message}", e);
        }
    }

    private static Picture ToLayer(HintSet hints)
    {
        Picture layer = new(hints.Width, hints.Height);
        for (int i = 0; i < hints.Count; i++)
        {
            Span<byte> bgra = layer.Pixels.AsSpan(hints.Positions[i] * Picture.BytesPerPixel, Picture.BytesPerPixel);
            (bgra[0], bgra[1], bgra[2], bgra[3]) = ((byte)hints.Colors[i], (byte)(hints.Colors[i] >> 8), (byte)(hints.Colors[i] >> 16), 255);
        }

        return layer;
    }

    private static string SpotsFile(int index) => string.Create(CultureInfo.InvariantCulture, $"spots{index}.png");

    private static string ResultFile(int index) => string.Create(CultureInfo.InvariantCulture, $"colors{index}.png");
}
