using System.Drawing;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PdnColorize.Effect.Icon;

/// <summary>The picture beside the effect's name in the menu.</summary>
internal static partial class EffectIcon
{
    /// <summary>The resolutions that there is a picture for: 16 pixels at 96 dots per inch.</summary>
    internal static readonly int[] Resolutions = [96, 120, 144, 192, 384];

    /// <summary>The picture for the screen's resolution; null when it cannot be loaded: then the menu shows none. Never throws.</summary>
    public static Image? Load()
    {
        // Elsewhere .NET has no pictures; Paint.NET is not there either.
        if (!OperatingSystem.IsWindows()) return null;
        try
        {
            int wanted = (int)GetDpiForSystem();
            return LoadResource(Array.Find(Resolutions, resolution => resolution >= wanted) is var found and > 0 ? found : Resolutions[^1]);
        }
#pragma warning disable CA1031 // An effect without a picture is better than none.
        catch
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>The PNG file for a resolution.</summary>
    internal static Stream Open(int resolution) => typeof(EffectIcon).Assembly.GetManifestResourceStream(string.Create(CultureInfo.InvariantCulture, $"Icon/AutoColorize.{resolution}"))!;

    private static Bitmap LoadResource(int resolution)
    {
        using Stream stream = Open(resolution);
        using Bitmap fromStream = new(stream);
        // A copy: a picture needs its stream as long as it lives.
        return new Bitmap(fromStream);
    }

    [LibraryImport("user32")]
    private static partial uint GetDpiForSystem();
}
