using OpenCvSharp;
using PdnColorize.Datasets.LineExtraction;
using PdnColorize.Datasets.Pictures;
using PdnColorize.Datasets.Shards;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Datasets.Building;

/// <summary>Makes the sample of an accepted picture: its colours and its line drawings, encoded.</summary>
internal sealed class PictureDrawing(DatasetOptions options)
{
    /// <summary>Raise when the same picture and options give other bytes than before: shards of an older build are then drawn again.</summary>
    public const int Version = 2;

    /// <summary>The extractor's name of lines that the artist drew.</summary>
    internal const string TrueLines = "true";

    // Run-length strategy at a low level: on flat colours and lines as small as the default's, in a third of its time.
    private static readonly int[] PngParameters =
        [(int)ImwriteFlags.PngCompression, 3, (int)ImwriteFlags.PngStrategy, (int)ImwritePNGFlags.StrategyRLE];

    /// <exception cref="DatasetException">The file is no longer what was scanned.</exception>
    public StoredSample Draw(PictureSource source, ScanResult scan)
    {
        try
        {
            SourceFiles files = SourceFiles.Read(source);
            if (files.Sha256 != scan.Sha256) throw Changed(source);
            using Mat picture = PictureDecoder.Decode(files.Colors, options.Size);
            return Draw(picture, files.Lines, source, scan);
        }
        catch (RejectException e)
        {
            throw new DatasetException($"{Changed(source).Message} ({e.Message})", e);
        }
    }

    private StoredSample Draw(Mat picture, byte[]? lineFile, PictureSource source, ScanResult scan)
    {
        int extracted = lineFile is null ? options.LineVariants : options.LineVariants - 1;
        LineRecipe[] recipes = LineRecipes.Choose(extracted, options.Seed, source.Key);
        (string Extractor, Mat Lines)[] drawings = LineArtist.Draw(picture, recipes);
        // True lines first: validation takes the first drawing.
        if (lineFile is not null) drawings = [(TrueLines, DecodeLines(lineFile)), .. drawings];
        byte[][] lines = new byte[drawings.Length][];
        for (int i = 0; i < drawings.Length; i++)
        {
            using Mat drawing = drawings[i].Lines;
            lines[i] = drawing.ImEncode(".png", PngParameters);
        }

        SampleFacts facts = new()
        {
            Key = source.Key,
            Group = source.Group,
            Weight = source.Weight,
            Width = picture.Width,
            Height = picture.Height,
            Extractors = [.. drawings.Select(drawing => drawing.Extractor)],
            SourceSha256 = scan.Sha256,
            Fingerprint = scan.Fingerprint,
        };
        return new StoredSample(facts, picture.ImEncode(".png", PngParameters), lines);
    }

    private Mat DecodeLines(byte[] file)
    {
        using Mat lines = PictureDecoder.Decode(file, options.Size);
        Mat grey = new();
        Cv2.CvtColor(lines, grey, ColorConversionCodes.BGR2GRAY);
        return grey;
    }

    private static DatasetException Changed(PictureSource source) =>
        new($"'{source.Path}' has changed while the data set was built. Leave the pictures alone and run the build again; what is done is kept.");
}
