using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Evaluation;

/// <summary>The pictures of fixtures/make_evaluation.py.</summary>
internal static class FormulaPictures
{
    public const int Side = 256;

    public static RgbSquare First { get; } = Draw((x, y) => ((x * 7 + y * 3) % 256, x * y / 16 % 256, y * 5 % 256));

    public static RgbSquare Second { get; } = Draw((x, y) => (
        (x * 7 + y * 3 + ((x * 11 + y * 5) % 40)) % 256, ((x * y / 16) + (y / 8)) % 256, (y * 5 + (x / 4)) % 256));

    /// <summary>Rooms with a grain.</summary>
    public static RgbSquare Rooms { get; } = Draw((x, y) =>
    {
        int grain = (x * x * 31 + y * y * 17 + x * y * 7) % 11;
        return (40 + (90 * (x / 80 % 2)) + grain, 60 + (70 * (y / 60 % 2)) + (grain * 5 % 9), 120 + (60 * ((x + y) / 100 % 2)) + (grain * 3 % 7));
    });

    private static RgbSquare Draw(Func<int, int, (int Red, int Green, int Blue)> formula)
    {
        byte[] pixels = new byte[Side * Side * 3];
        for (int i = 0; i < Side * Side; i++)
        {
            (int red, int green, int blue) = formula(i % Side, i / Side);
            (pixels[i * 3], pixels[(i * 3) + 1], pixels[(i * 3) + 2]) = ((byte)red, (byte)green, (byte)blue);
        }

        return new RgbSquare(Side, pixels);
    }
}
