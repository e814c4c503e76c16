namespace OpenCvSharp.Tests;

internal static class Pictures
{
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "pictures", name));
}
