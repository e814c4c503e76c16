using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Host;

/// <summary>An error as the user sees it.</summary>
/// <param name="ExitCode">The exit code it stands for.</param>
/// <param name="Kind">A word for programs that read the JSON output.</param>
/// <param name="Message">What happened, why, and what to do.</param>
internal sealed record Failure(int ExitCode, string Kind, string Message)
{
    /// <summary>Translates an exception. This is the one place that knows which exception means what.</summary>
    public static Failure From(Exception exception) => exception switch
    {
        OperationCanceledException => new(Host.ExitCode.Cancelled, "cancelled", "Cancelled."),
        UsageException or DeviceException => new(Host.ExitCode.WrongUsage, "wrongUsage", exception.Message),
        PictureWriteException => new(Host.ExitCode.WrongUsage, "cannotWrite", exception.Message),
        PictureException => new(Host.ExitCode.BadInput, "badInput", exception.Message),
        ModelException or ColorizationException => new(Host.ExitCode.BadModel, "badModel", exception.Message),
        DaemonException e => FromDaemon(e),
        _ when MemoryErrors.IsOutOfMemory(exception) => new(
            Host.ExitCode.OutOfMemory,
            "outOfMemory",
            "There is not enough free memory for this picture. Close other programs, or shrink the picture and colour it again."),
        // TorchSharp loads its libraries in a static constructor.
        TypeInitializationException { InnerException: { } inner } => From(inner),
        DllNotFoundException => new(
            Host.ExitCode.Broken,
            "libraryMissing",
            $"A library is missing: {exception.Message} Run 'pdncolorize doctor' to see how to get it."),
        _ => new(Host.ExitCode.Broken, "internal", $"Something went wrong that should not have: {exception.GetType().Name}: {exception.Message}"),
    };

    private static Failure FromDaemon(DaemonException e) => e.Code switch
    {
        DaemonErrorCode.PictureTooLarge or DaemonErrorCode.NoLineArt or DaemonErrorCode.BadHints => new(Host.ExitCode.BadInput, "badInput", e.Message),
        DaemonErrorCode.ModelNotFound or DaemonErrorCode.ModelDamaged or DaemonErrorCode.BadResult => new(Host.ExitCode.BadModel, "badModel", e.Message),
        DaemonErrorCode.DeviceUnavailable => new(Host.ExitCode.WrongUsage, "wrongUsage", e.Message),
        DaemonErrorCode.OutOfMemory or DaemonErrorCode.NoPixelMemory => new(Host.ExitCode.OutOfMemory, "outOfMemory", e.Message),
        DaemonErrorCode.LibraryMissing => new(Host.ExitCode.Broken, "libraryMissing", e.Message),
        _ => new(Host.ExitCode.Broken, "daemon", e.Message),
    };
}
