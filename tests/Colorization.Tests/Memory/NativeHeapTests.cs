using System.Globalization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Tests.Platforms;
using TorchSharp;

namespace PdnColorize.Colorization.Tests.Memory;

[Collection(MemoryTests.Name)]
public sealed class NativeHeapTests
{
    [LinuxFact]
    public void KeepFreedBlocks_SameTensorAgainAndAgain_UsesTheSameMemory()
    {
        const int Tensors = 20;
        const long Bytes = 24 << 20;
        NativeHeap.KeepFreedBlocks();
        // Until the heap has grown: what other tests left of it is in pieces.
        Fill(Tensors);
        long before = PageFaults();

        Fill(Tensors);

        // Memory that is mapped anew faults every page in: twenty times 6,144 here.
        Assert.InRange(PageFaults() - before, 0, Tensors * Bytes / Environment.SystemPageSize / 4);

        static void Fill(int tensors)
        {
            for (int i = 0; i < tensors; i++) torch.ones(Bytes / sizeof(float)).Dispose();
        }
    }

    /// <summary>Pages that the system had to give this process without reading them from a disk.</summary>
    private static long PageFaults()
    {
        // proc(5): the tenth field; the second, in parentheses, may hold blanks.
        string afterName = File.ReadAllText("/proc/self/stat").Split(") ")[^1];
        return long.Parse(afterName.Split(' ')[10 - 3], CultureInfo.InvariantCulture);
    }
}
