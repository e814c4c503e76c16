using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host;

/// <summary>Finds models and loads them.</summary>
internal static class ModelLoading
{
    /// <summary>Where models are looked for: the user's own folder, which wins, then those that came with the program.</summary>
    public static ModelStore Store { get; } = new(
    [
        UserFolder.Models,
        Path.Combine(AppContext.BaseDirectory, "models"),
    ]);

    /// <summary>Loads a model onto a device; the caller disposes it.</summary>
    /// <exception cref="DeviceException">There is no such device.</exception>
    /// <exception cref="ModelException">The model is missing or damaged.</exception>
    public static Colorizer Load(string nameOrFolder, string device)
    {
        ComputeDevice chosen = ComputeDevice.Parse(device);
        return new Colorizer(Store.Open(nameOrFolder).LoadWeights(), chosen);
    }
}
