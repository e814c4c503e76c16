using System.Globalization;
using System.Text;
using PdnColorize.Colorization.Models;

namespace PdnColorize.Host.Engine;

/// <summary>Tells whether a model's folder changed, without reading the weights: model.json, which holds their hashes, and each file's length and time.</summary>
/// <param name="Text">Equal texts mean the same model.</param>
/// <param name="LastChange">When a file changed last, in UTC.</param>
internal sealed record ModelFingerprint(string Text, DateTime LastChange)
{
    /// <summary>Takes the fingerprint of a folder.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ModelFingerprint Of(string folder)
    {
        StringBuilder text = new(folder);
        DateTime last = DateTime.MinValue;
        IOrderedEnumerable<FileInfo> files = new DirectoryInfo(folder).EnumerateFiles("*.safetensors")
            .Append(new FileInfo(Path.Combine(folder, ModelManifest.FileName)))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (FileInfo file in files)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
            if (file.LastWriteTimeUtc > last) last = file.LastWriteTimeUtc;
        }

        return new ModelFingerprint(text.ToString(), last);
    }

    /// <summary>Whether another has the same text; times alone tell nothing.</summary>
    public bool IsSameAs(ModelFingerprint other) => string.Equals(Text, other.Text, StringComparison.Ordinal);
}
