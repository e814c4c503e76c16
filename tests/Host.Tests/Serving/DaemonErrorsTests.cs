using System.Runtime.InteropServices;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Serving;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Host.Tests.Serving;

/// <summary>What callers learn of an exception, and what they do not.</summary>
public sealed class DaemonErrorsTests
{
    private const string Path = "/home/somebody/secret/file";

#pragma warning disable CA2201 // Runtime and libraries throw these; here they stand in for them.
    public static TheoryData<Exception, DaemonErrorCode> Translated => new()
    {
        { new PictureException($"{Path} holds no lines."), DaemonErrorCode.NoLineArt },
        { new HintLayerException("The hint layer has no transparent pixel. Paint."), DaemonErrorCode.BadHints },
        { new ModelException(ModelError.NotFound, $"There is no model in {Path}."), DaemonErrorCode.ModelNotFound },
        { new ModelException(ModelError.HashMismatch, $"{Path} is damaged."), DaemonErrorCode.ModelDamaged },
        { new DeviceException("There is none."), DaemonErrorCode.DeviceUnavailable },
        { new ColorizationException("The model gave one even colour. Use another."), DaemonErrorCode.BadResult },
        { new OutOfMemoryException(Path), DaemonErrorCode.OutOfMemory },
        { new ExternalException($"CUDA out of memory at {Path}"), DaemonErrorCode.OutOfMemory },
        { new DllNotFoundException($"Unable to load shared library '{Path}/libpdntorch.so' or one of its dependencies. {Path}/libpdntorch.so: no"), DaemonErrorCode.LibraryMissing },
        { new TypeInitializationException("torch", new DllNotFoundException("Unable to load 'libtorch'")), DaemonErrorCode.LibraryMissing },
        { new IOException($"{Path} is gone."), DaemonErrorCode.InternalError },
    };
#pragma warning restore CA2201

    [Theory]
    [MemberData(nameof(Translated))]
    public void From_AnyException_HasCodeAndNoPath(Exception exception, DaemonErrorCode code)
    {
        DaemonException error = DaemonErrors.From(exception, "mine", "cuda:0");

        Assert.Equal(code, error.Code);
        Assert.DoesNotContain("secret", error.Message + string.Concat(error.Arguments.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void From_DaemonException_StaysAsItIs()
    {
        DaemonException error = new(DaemonErrorCode.Busy);

        Assert.Same(error, DaemonErrors.From(error, "mine", "cpu"));
    }

    [Fact]
    public void From_MissingLibrary_NamesTheFile() =>
        Assert.Equal("libpdntorch.so", DaemonErrors.From(new DllNotFoundException("Unable to load '/a/libpdntorch.so'."), "m", "cpu").Arguments["library"]);
}
