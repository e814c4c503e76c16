using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Host.Coloring;

/// <summary>Has the daemon colour as long as that works; then says once that it does not, and colours in this process.</summary>
/// <param name="daemon">Disposed with this.</param>
/// <param name="createLocal">Loads the model into this process.</param>
/// <param name="note">Where the note goes.</param>
internal sealed class FallbackColorizer(IPictureColorizer daemon, Func<IPictureColorizer> createLocal, TextWriter note) : IPictureColorizer
{
    private IPictureColorizer? _local;

    public ColoredPicture Colorize(
        Picture drawing, Picture? hints, ColorizationOptions options, IProgress<ColorizationStep>? progress, CancellationToken cancellationToken)
    {
        if (_local is null)
        {
            try
            {
                return daemon.Colorize(drawing, hints, options, progress, cancellationToken);
            }
            catch (DaemonException e) when (IsAboutTheDaemon(e.Code))
            {
                note.WriteLine($"{e.Message} Going on without the daemon (as with --no-daemon).");
            }

            _local = createLocal();
        }

        return _local.Colorize(drawing, hints, options, progress, cancellationToken);
    }

    public void Dispose()
    {
        daemon.Dispose();
        _local?.Dispose();
    }

    /// <summary>Whether another way of colouring may help: not when picture, hints, model or memory are to blame.</summary>
    private static bool IsAboutTheDaemon(DaemonErrorCode code) => code is not (
        DaemonErrorCode.PictureTooLarge or DaemonErrorCode.NoLineArt or DaemonErrorCode.BadHints or DaemonErrorCode.ModelNotFound or DaemonErrorCode.ModelDamaged
        or DaemonErrorCode.DeviceUnavailable or DaemonErrorCode.OutOfMemory or DaemonErrorCode.BadResult);
}
