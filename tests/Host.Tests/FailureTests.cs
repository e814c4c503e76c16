using System.Runtime.InteropServices;
using ImageMagick;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Host.Tests;

/// <summary>Which exception gives which exit code and which words.</summary>
public sealed class FailureTests
{
    public static TheoryData<Exception, int, string> Told => new()
    {
        { new UsageException("Do it so."), 2, "wrongUsage" },
        { new DeviceException("Do it so."), 2, "wrongUsage" },
        { new PictureWriteException("Do it so."), 2, "cannotWrite" },
        { new PictureException("Do it so."), 3, "badInput" },
        { new ModelException(ModelError.FileMissing, "Do it so."), 4, "badModel" },
        { new ColorizationException("Do it so."), 4, "badModel" },
    };

#pragma warning disable CA2201 // Runtime and libraries throw these; here they stand in for them.
    public static TheoryData<Exception> OutOfMemory =>
    [
        new OutOfMemoryException(),
        new ExternalException("[enforce fail at alloc_cpu.cpp:75] DefaultCPUAllocator: can't allocate memory: you tried to allocate 68719476736 bytes."),
        new ExternalException("CUDA out of memory. Tried to allocate 2.00 GiB"),
        new MagickCacheErrorException("CacheResourcesExhausted `' @ error/cache.c/OpenPixelCache/4195"),
        new MagickResourceLimitErrorException("MemoryAllocationFailed `' @ error/png.c/WriteOnePNGImage/9040"),
        new AggregateException(new InvalidOperationException(), new OutOfMemoryException()),
        new InvalidOperationException("outer", new OutOfMemoryException()),
    ];
#pragma warning restore CA2201

    [Theory]
    [MemberData(nameof(Told))]
    public void From_ExceptionForTheUser_KeepsItsMessage(Exception exception, int exitCode, string kind) =>
        Assert.Equal(new Failure(exitCode, kind, "Do it so."), Failure.From(exception));

    [Theory]
    [MemberData(nameof(OutOfMemory))]
    public void From_AnyLibraryOutOfMemory_SaysWhatToDo(Exception exception)
    {
        Failure failure = Failure.From(exception);

        Assert.Equal((5, "outOfMemory"), (failure.ExitCode, failure.Kind));
        Assert.Contains("shrink the picture", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_Cancellation_IsCancelled() => Assert.Equal(130, Failure.From(new OperationCanceledException()).ExitCode);

    [Fact]
    public void From_MissingLibrary_PointsToDoctor()
    {
        Failure failure = Failure.From(new DllNotFoundException("libtorch.so was not found."));

        Assert.Equal(1, failure.ExitCode);
        Assert.Contains("libtorch.so", failure.Message, StringComparison.Ordinal);
        Assert.Contains("doctor", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_MissingLibraryInsideATypeInitializer_PointsToDoctor()
    {
        Failure failure = Failure.From(new TypeInitializationException("TorchSharp.torch", new DllNotFoundException("libtorch.so was not found.")));

        Assert.Equal((1, "libraryMissing"), (failure.ExitCode, failure.Kind));
        Assert.Contains("libtorch.so", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_AnythingElse_NamesItForABugReport()
    {
        Failure failure = Failure.From(new InvalidOperationException("odd"));

        Assert.Equal((1, "internal"), (failure.ExitCode, failure.Kind));
        Assert.Contains("InvalidOperationException: odd", failure.Message, StringComparison.Ordinal);
    }
}
