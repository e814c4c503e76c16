using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Host.Coloring;

/// <summary>Colours in this process.</summary>
/// <param name="colorizer">Disposed with this.</param>
internal sealed class LocalColorizer(Colorizer colorizer) : IPictureColorizer
{
    public ColoredPicture Colorize(
        Picture drawing, Picture? hints, ColorizationOptions options, IProgress<ColorizationStep>? progress, CancellationToken cancellationToken) =>
        new(colorizer.Colorize(drawing, hints, options, progress, cancellationToken), colorizer.Model.Name, colorizer.Device.Name);

    public void Dispose() => colorizer.Dispose();
}
