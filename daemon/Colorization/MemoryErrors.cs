using System.Runtime.InteropServices;
using ImageMagick;

namespace PdnColorize.Colorization;

/// <summary>Recognises memory running out, which the libraries report in their own ways.</summary>
public static class MemoryErrors
{
    /// <summary>
    /// libtorch has one exception type for all failures, so its message decides: "CUDA out of memory" on a GPU, "DefaultCPUAllocator: can't allocate memory" or
    /// "not enough memory" on the processor.
    /// </summary>
    private static readonly string[] LibtorchMessages = ["out of memory", "can't allocate memory", "not enough memory", "bad_alloc"];

    /// <summary>Whether the exception, or one inside it, means that memory ran out.</summary>
    public static bool IsOutOfMemory(Exception exception) => exception switch
    {
        OutOfMemoryException => true,
        // ImageMagick: a buffer, or the pixels themselves, for which it does not take the disk here.
        MagickResourceLimitErrorException or MagickCacheErrorException => true,
        ExternalException => LibtorchMessages.Any(text => exception.Message.Contains(text, StringComparison.OrdinalIgnoreCase)),
        AggregateException aggregate => aggregate.InnerExceptions.Any(IsOutOfMemory),
        { InnerException: { } inner } => IsOutOfMemory(inner),
        _ => false,
    };
}
