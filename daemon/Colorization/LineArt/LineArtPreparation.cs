using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.LineArt;

/// <summary>
/// Turns a drawing of any kind (grey, coloured or black lines; white, grey, tinted or unevenly lit paper; transparent ground) into a grey line map.
/// </summary>
internal static class LineArtPreparation
{
    /// <summary>Below this contrast between paper and its darkest marks (of 255) there is nothing to colour between.</summary>
    private const int LeastContrast = 24;

    /// <summary>Pixels more transparent than this do not hide what is below.</summary>
    private const byte OpaqueAlpha = 128;

    /// <summary>Share of the darkest pixels among all marks whose grey becomes black. Lines are mostly edge pixels, so their core is well below the mean.</summary>
    private const double BlackShare = 0.25;

    /// <summary>Prepares a drawing.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="options">How it becomes line art.</param>
    /// <param name="cancellationToken">Checked between passes over the picture.</param>
    /// <exception cref="PictureException">The picture holds no lines.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LineArtMap Prepare(Picture drawing, LineArtOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(options);
        Plane<byte> grey = Darkness.OverWhite(drawing, cancellationToken);
        bool lightInk = false;
        if (Histogram(grey) is var histogram && Contrast(histogram) < LeastContrast)
        {
            // Nothing dark on white: lines of a light colour on a transparent layer are in the alpha channel.
            cancellationToken.ThrowIfCancellationRequested();
            grey = Darkness.OfAlpha(drawing);
            lightInk = true;
            histogram = Histogram(grey);
            if (Contrast(histogram) < LeastContrast) throw Blank(drawing);
        }

        return Normalise(grey, histogram, options, lightInk, cancellationToken);
    }

    /// <summary>Prepares a grey drawing, in place; null if it holds no lines.</summary>
    public static LineArtMap? TryPrepare(Plane<byte> grey, LineArtOptions options)
    {
        int[] histogram = Histogram(grey);
        return Contrast(histogram) < LeastContrast ? null : Normalise(grey, histogram, options, lightInk: false, CancellationToken.None);
    }

    private static LineArtMap Normalise(Plane<byte> grey, int[] histogram, LineArtOptions options, bool lightInk, CancellationToken cancellationToken)
    {
        int paper = Math.Max(1, PaperGround.PaperGrey(histogram));
        cancellationToken.ThrowIfCancellationRequested();
        PaperGround.Flatten(grey, histogram);
        cancellationToken.ThrowIfCancellationRequested();
        Stretch(grey);
        cancellationToken.ThrowIfCancellationRequested();
        return new LineArtMap(grey, options.LineWidth ?? LineWidth.Estimate(grey), paper, lightInk);
    }

    private static PictureException Blank(Picture drawing)
    {
        bool transparent = true;
        for (int i = 3; i < drawing.Pixels.Length && transparent; i += Picture.BytesPerPixel) transparent = drawing.Pixels[i] < OpaqueAlpha;
        return new PictureException(transparent
            ? "The drawing is empty: every pixel is transparent. Choose the layer that holds the lines."
            : "The drawing holds no lines: it is one even colour. Choose the picture or layer that holds the lines.");
    }

    /// <summary>Maps paper to 255 and the core of the lines to 0.</summary>
    private static void Stretch(Plane<byte> grey)
    {
        int[] histogram = Histogram(grey);
        int paper = PaperGround.PaperGrey(histogram);
        int markBelow = paper - (LeastContrast / 2);
        long marks = 0;
        for (int v = 0; v < markBelow; v++) marks += histogram[v];
        int black = 0;
        long darker = 0;
        // Only marks darker than three quarters of the paper become black: a pencil line at 140 does, a grey shadow of 220 does not.
        for (; black < paper * 3 / 4 && darker < marks * BlackShare; black++) darker += histogram[black];

        byte[] table = new byte[256];
        double range = Math.Max(LeastContrast, paper - black);
        // Paper texture and compression noise just below the paper's grey is paper.
        const double NoiseShare = 0.06;
        for (int v = 0; v < 256; v++)
        {
            double position = Math.Clamp((v - black) / range / (1 - NoiseShare), 0, 1);
            table[v] = (byte)Math.Round(position * 255);
        }

        byte[] data = grey.Data;
        for (int i = 0; i < data.Length; i++) data[i] = table[data[i]];
    }

    private static int Contrast(int[] histogram)
    {
        int paper = PaperGround.PaperGrey(histogram);
        long total = histogram.Sum(n => (long)n);
        // A few stray pixels (0.005 %, fifty on a megapixel) are dust, not a drawing.
        long needed = Math.Max(1, total / 20000);
        long seen = 0;
        for (int v = 0; v < paper; v++)
        {
            seen += histogram[v];
            if (seen >= needed) return paper - v;
        }

        return 0;
    }

    private static int[] Histogram(Plane<byte> grey)
    {
        int[] histogram = new int[256];
        foreach (byte v in grey.Data) histogram[v]++;
        return histogram;
    }
}
