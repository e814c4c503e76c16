using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Host.Coloring;

/// <summary>What colours the pictures of the command line: the daemon, or this process.</summary>
internal interface IPictureColorizer : IDisposable
{
    /// <summary>Colours a drawing; blocks until it is done.</summary>
    /// <param name="drawing">Line art of any size.</param>
    /// <param name="hints">The hint layer; null for none.</param>
    /// <param name="options">What to paint.</param>
    /// <param name="progress">Told of each step when it begins, perhaps from another thread.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <remarks>Failures are thrown as they arise; <see cref="Failure"/> knows what each means.</remarks>
    ColoredPicture Colorize(
        Picture drawing, Picture? hints, ColorizationOptions options, IProgress<ColorizationStep>? progress, CancellationToken cancellationToken);
}
