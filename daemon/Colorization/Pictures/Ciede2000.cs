namespace PdnColorize.Colorization.Pictures;

/// <summary>
/// The CIEDE2000 colour difference: about 1 is the least that an eye sees side by side, above 5 are two colours. After Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference
/// Formula: Implementation Notes, Supplementary Test Data, and Mathematical Observations", Color Research and Application 30 (2005).
/// </summary>
public static class Ciede2000
{
    private const double Degree = Math.PI / 180;

    /// <summary>25 to the seventh.</summary>
    private const double TwentyFive7 = 6103515625;

    /// <summary>The difference of two sRGB colours, channels 0..255.</summary>
    public static double Difference((byte Red, byte Green, byte Blue) first, (byte Red, byte Green, byte Blue) second) =>
        Difference(ToLab(first), ToLab(second));

    /// <summary>The difference of two colours in CIELAB (D65).</summary>
    public static double Difference((double L, double A, double B) first, (double L, double A, double B) second)
    {
        double chromaMean7 = Math.Pow((Chroma(first.A, first.B) + Chroma(second.A, second.B)) / 2, 7);
        double g = 0.5 * (1 - Math.Sqrt(chromaMean7 / (chromaMean7 + TwentyFive7)));
        (double chroma1, double hue1) = Polar(first.A * (1 + g), first.B);
        (double chroma2, double hue2) = Polar(second.A * (1 + g), second.B);

        double deltaL = second.L - first.L;
        double deltaChroma = chroma2 - chroma1;
        bool hasHue = chroma1 * chroma2 != 0;
        double deltaHueAngle = !hasHue ? 0 : Wrap(hue2 - hue1);
        double deltaHue = 2 * Math.Sqrt(chroma1 * chroma2) * Math.Sin(deltaHueAngle / 2 * Degree);

        double l = (first.L + second.L) / 2;
        double chroma = (chroma1 + chroma2) / 2;
        double hue = !hasHue ? hue1 + hue2 : MeanHue(hue1, hue2);

        double t = 1 - (0.17 * Math.Cos((hue - 30) * Degree)) + (0.24 * Math.Cos(2 * hue * Degree))
            + (0.32 * Math.Cos(((3 * hue) + 6) * Degree)) - (0.20 * Math.Cos(((4 * hue) - 63) * Degree));
        double l50 = (l - 50) * (l - 50);
        double scaleL = 1 + (0.015 * l50 / Math.Sqrt(20 + l50));
        double scaleChroma = 1 + (0.045 * chroma);
        double scaleHue = 1 + (0.015 * chroma * t);
        double chroma7 = Math.Pow(chroma, 7);
        double rotation = -2 * Math.Sqrt(chroma7 / (chroma7 + TwentyFive7)) * Math.Sin(60 * Math.Exp(-Math.Pow((hue - 275) / 25, 2)) * Degree);

        double termL = deltaL / scaleL;
        double termChroma = deltaChroma / scaleChroma;
        double termHue = deltaHue / scaleHue;
        return Math.Sqrt((termL * termL) + (termChroma * termChroma) + (termHue * termHue) + (rotation * termChroma * termHue));
    }

    /// <summary>CIELAB (D65) of an sRGB colour (IEC 61966-2-1).</summary>
    public static (double L, double A, double B) ToLab((byte Red, byte Green, byte Blue) color)
    {
        double r = Linear(color.Red), g = Linear(color.Green), b = Linear(color.Blue);
        double x = Compress(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / 0.95047);
        double y = Compress((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
        double z = Compress(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Chroma(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static (double Chroma, double Hue) Polar(double a, double b)
    {
        if (a == 0 && b == 0) return (0, 0);
        double hue = Math.Atan2(b, a) / Degree;
        return (Chroma(a, b), hue < 0 ? hue + 360 : hue);
    }

    private static double Wrap(double angle) => angle switch
    {
        > 180 => angle - 360,
        < -180 => angle + 360,
        _ => angle,
    };

    private static double MeanHue(double hue1, double hue2)
    {
        if (Math.Abs(hue1 - hue2) <= 180) return (hue1 + hue2) / 2;
        return hue1 + hue2 < 360 ? (hue1 + hue2 + 360) / 2 : (hue1 + hue2 - 360) / 2;
    }

    private static double Linear(byte value)
    {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }

    private static double Compress(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
}
