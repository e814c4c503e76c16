using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ErrorTests
{
    [Fact]
    public void Call_ThatLibtorchRefuses_ThrowsItsMessage()
    {
        using var scope = NewDisposeScope();

        var product = Assert.Throws<ExternalException>(() => ones(2, 3).matmul(ones(2, 3)));
        var convolution = Assert.Throws<ExternalException>(() => nn.functional.conv2d(ones(1, 3, 4, 4), ones(2, 4, 3, 3)));
        var inPlace = Assert.Throws<ExternalException>(() => ones(2).add_(ones(3)));

        Assert.Contains("shapes cannot be multiplied", product.Message, StringComparison.Ordinal);
        Assert.Contains("to have 4 channels, but got 3 channels", convolution.Message, StringComparison.Ordinal);
        Assert.Contains("must match the size", inPlace.Message, StringComparison.Ordinal);
        // A stack of C++ functions is of no use to the reader.
        Assert.DoesNotContain("frame #", product.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_AfterARefusedOne_Works()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => ones(2).view(3));

        Assert.Equal(2f, (ones(1) + 1).item<float>());
    }

    [Fact]
    public void Errors_OfTwoThreads_DoNotMix()
    {
        using var scope = NewDisposeScope();
        string? other = null;
        var thread = new Thread(() =>
        {
            using var inner = NewDisposeScope();
            other = Assert.Throws<ExternalException>(() => ones(2).view(3)).Message;
        });

        var mine = Assert.Throws<ExternalException>(() =>
        {
            thread.Start();
            thread.Join();
            ones(2, 3).matmul(ones(2, 3));
        }).Message;

        Assert.Contains("multiplied", mine, StringComparison.Ordinal);
        Assert.Contains("invalid for input of size 2", other, StringComparison.Ordinal);
    }

    [Fact]
    public void Library_Missing_SaysWhichAndWhatToDo()
    {
        var error = Assert.Throws<DllNotFoundException>(
            () => NativeMethods.Resolve("pdnmissing", typeof(torch).Assembly, DllImportSearchPath.AssemblyDirectory));

        Assert.Contains("libpdnmissing.so", error.Message, StringComparison.Ordinal);
        Assert.Contains("libtorch-dev", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("cuda:0:1")]
    [InlineData("1")]
    [InlineData("")]
    public void Device_Unknown_IsRefusedByName(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => device(name));

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Device_Known_KnowsTypeAndIndex()
    {
        Assert.Equal((DeviceType.CUDA, 1), (device("cuda:1").type, device("cuda:1").index));
        Assert.Equal("cuda:1", device("cuda:1").ToString());
        Assert.Equal("cuda", CUDA.ToString());
        Assert.Equal(DeviceType.CPU, device("CPU").type);
    }

    [Fact]
    public void Cuda_WithoutADevice_IsRefusedWithAMessage()
    {
        if (cuda.is_available()) return;

        Assert.Equal(0, cuda.device_count());
        Assert.NotEmpty(Assert.Throws<ExternalException>(() => zeros(1, device: CUDA)).Message);
    }

    [Fact]
    public void Runtime_Threads_AreWhatIsSet()
    {
        var before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);

        Assert.Matches(@"^\d+\.\d+", __version__);
    }
}
