using System.Globalization;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace PdnColorize.Colorization.Devices;

/// <summary>What the networks run on: the processor or an NVIDIA GPU.</summary>
public sealed class ComputeDevice
{
    private ComputeDevice(int cudaIndex) => CudaIndex = cudaIndex;

    /// <summary>The processor.</summary>
    public static ComputeDevice Cpu { get; } = new(-1);

    /// <summary>Number of the GPU from 0; -1 for the processor.</summary>
    public int CudaIndex { get; }

    /// <summary>Whether this is a GPU.</summary>
    public bool IsCuda => CudaIndex >= 0;

    /// <summary>How the command line and logs call it: cpu, cuda:0, ...</summary>
    public string Name => IsCuda ? string.Create(CultureInfo.InvariantCulture, $"cuda:{CudaIndex}") : "cpu";

    /// <summary>Whether this processor multiplies bfloat16 (AVX512_BF16), which runs the networks at twice the speed of float32.</summary>
    public static bool CpuHasBFloat16
    {
        get
        {
            // Intel SDM, CPUID: leaf 7, sub-leaf 1, EAX bit 5.
            const int Leaf = 7;
            const int BFloat16Bit = 5;
            return X86Base.IsSupported && Avx512F.IsSupported && X86Base.CpuId(0, 0).Eax >= Leaf
                && X86Base.CpuId(Leaf, 0).Eax >= 1 && ((X86Base.CpuId(Leaf, 1).Eax >> BFloat16Bit) & 1) == 1;
        }
    }

    /// <summary>Chooses the device, and loads libtorch for it.</summary>
    /// <param name="text">auto (a GPU if there is one), cpu, cuda, cuda:N.</param>
    /// <exception cref="DeviceException">The text is none of these, or there is no such GPU.</exception>
    /// <exception cref="DllNotFoundException">libtorch is missing.</exception>
    public static ComputeDevice Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        TorchLibrary.Load();
        if (text == "cpu") return Cpu;
        if (text == "auto") return torch.cuda.is_available() ? new ComputeDevice(0) : Cpu;
        if (text == "cuda") return Cuda(0);
        const string Prefix = "cuda:";
        if (text.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            return Cuda(index);
        throw new DeviceException($"There is no device '{text}'. Use auto, cpu, cuda or cuda:N.");
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal torch.Device ToTorch() => torch.device(Name);

    private static ComputeDevice Cuda(int index)
    {
        if (!torch.cuda.is_available())
            throw new DeviceException("This machine offers no CUDA device: no NVIDIA GPU, no driver, or a libtorch built for the CPU alone. Use --device cpu, or 'pdncolorize doctor' to see what is missing.");
        int count = torch.cuda.device_count();
        if (index >= count)
            throw new DeviceException($"There is no device cuda:{index}: this machine has {count} (cuda:0 to cuda:{count - 1}).");
        return new ComputeDevice(index);
    }
}
