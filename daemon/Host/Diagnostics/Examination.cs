using System.Reflection;
using System.Runtime.InteropServices;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;

namespace PdnColorize.Host.Diagnostics;

/// <summary>Looks at each part that a colorization needs.</summary>
internal static class Examination
{
    /// <summary>What libtorch for Windows names beyond Windows itself.</summary>
    private static readonly string[] VisualCLibraries = ["msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll"];

    private static string InstallHint => OperatingSystem.IsWindows()
        ? "Install PdnColorize again."
        : "Run 'bash installer/install-prerequisites.sh' and build PdnColorize again.";

    /// <summary>All findings, in the order in which a user should read them.</summary>
    public static IReadOnlyList<Finding> Run() => [Program(), Processor(), .. VisualCRuntime(), .. Torch(), ImageMagick(), .. Models()];

    private static Finding Program()
    {
        string version = typeof(Examination).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        return new Finding("pdncolorize", FindingState.Good, $"{version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
    }

    private static Finding Processor()
    {
        string speed = ComputeDevice.CpuHasBFloat16 ? "with bfloat16: networks run at twice the speed of float32" : "without bfloat16: networks run in float32";
        return new Finding("processor", FindingState.Good, $"{Environment.ProcessorCount} cores, {speed}");
    }

    /// <summary>Windows has it only when some program brought it.</summary>
    private static IEnumerable<Finding> VisualCRuntime()
    {
        if (!OperatingSystem.IsWindows()) yield break;
        const string Part = "Visual C++ runtime";
        string[] missing = [.. VisualCLibraries.Where(name => !NativeLibrary.TryLoad(name, typeof(Examination).Assembly, null, out _))];
        yield return missing.Length == 0
            ? new Finding(Part, FindingState.Good, "installed")
            : new Finding(
                Part,
                FindingState.Missing,
                $"{string.Join(", ", missing)} not found; libtorch needs it",
                "Install Microsoft's Visual C++ Redistributable (x64): https://aka.ms/vs/17/release/vc_redist.x64.exe");
    }

    private static IEnumerable<Finding> Torch()
    {
        LibraryReport report = LibraryReport.OfTorch();
        if (report.Problem is not null)
        {
            yield return new Finding("libtorch", FindingState.Missing, report.Problem, InstallHint);
            yield break;
        }

        yield return new Finding("libtorch", FindingState.Good, report.Version);
        yield return report.CudaDevices > 0
            ? new Finding("GPU", FindingState.Good, $"{report.CudaDevices} CUDA {(report.CudaDevices == 1 ? "device" : "devices")}, used by default")
            : new Finding("GPU", FindingState.Good, "no CUDA device; the processor is used");
    }

    private static Finding ImageMagick()
    {
        LibraryReport report = LibraryReport.OfImageMagick();
        return report.Problem is null
            ? new Finding("ImageMagick", FindingState.Good, report.Version)
            : new Finding("ImageMagick", FindingState.Missing, report.Problem, InstallHint);
    }

    private static IEnumerable<Finding> Models()
    {
        IReadOnlyList<ModelListing> listings = ModelLoading.Store.List();
        if (listings.All(listing => listing.Name != Commands.CommonOptions.DefaultModel))
            yield return new Finding("model 'default'", FindingState.Missing, $"not in {string.Join(", ", ModelLoading.Store.Roots)}", "Install PdnColorize again, or build it from a complete clone.");
        foreach (ModelListing listing in listings) yield return Verify(listing);
    }

    private static Finding Verify(ModelListing listing)
    {
        string part = $"model '{listing.Name}'";
        try
        {
            LoadedModel model = ModelFolder.Load(listing.Folder);
            return new Finding(part, FindingState.Good, $"{model.Manifest.DisplayName}, {listing.Folder}");
        }
        catch (ModelException e)
        {
            return new Finding(part, FindingState.Missing, e.Message);
        }
    }
}
