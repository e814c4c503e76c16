using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PdnColorize.Colorization.Models;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Settings;

/// <summary>Reads <see cref="DaemonOptions"/> and checks them.</summary>
internal static class DaemonSettings
{
    /// <summary>Before the name of an option in the environment, as in PDNCOLORIZE_IDLEMINUTES.</summary>
    public const string EnvironmentPrefix = "PDNCOLORIZE_";

    /// <summary>The file with a user's own settings; it need not exist.</summary>
    public static string DefaultFile { get; } = Path.Combine(UserFolder.Root, "daemon.json");

    /// <summary>Reads the options.</summary>
    /// <param name="file">A JSON file with any of the options; it need not exist.</param>
    /// <param name="commandLine">Options given on the command line, by name.</param>
    /// <exception cref="UsageException">A value makes no sense, or the file cannot be read.</exception>
    public static DaemonOptions Read(string file, IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        try
        {
            IConfigurationRoot configuration = new ConfigurationBuilder()
                .AddJsonFile(Path.GetFullPath(file), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .AddInMemoryCollection(commandLine)
                .Build();
            DaemonOptions options = configuration.Get<DaemonOptions>(binder => binder.BindNonPublicProperties = false) ?? new DaemonOptions();
            Check(options);
            return options;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            // What JSON is wrong is said by the inner exception, which option is wrong by the outer one.
            string reason = e is InvalidDataException { InnerException: { } inner } ? inner.Message : e.Message;
            throw new UsageException($"The daemon's settings cannot be used: {reason} Look at '{file}' and at variables that begin with {EnvironmentPrefix}.", e);
        }
    }

    /// <summary>Checks that every value is in its range.</summary>
    /// <exception cref="UsageException">One is not.</exception>
    public static void Check(DaemonOptions options)
    {
        if (!ModelName.IsValid(options.Model)) throw Wrong(nameof(options.Model), options.Model, ModelName.Rule);
        if (options.Device is not ("auto" or "cpu" or "cuda") && !IsNumberedGpu(options.Device))
            throw Wrong(nameof(options.Device), options.Device, "a device is auto, cpu, cuda or cuda:N");
        if (!double.IsFinite(options.IdleMinutes) || options.IdleMinutes is < 0 or > 7 * 24 * 60)
            throw Wrong(nameof(options.IdleMinutes), options.IdleMinutes, "it is 0 (never) to 10080, which is a week");
        InRange(nameof(options.WaitingJobs), options.WaitingJobs, 1, 64);
        InRange(nameof(options.Connections), options.Connections, 1, 250);
        InRange(nameof(options.LoadedModels), options.LoadedModels, 1, 16);
        InRange(nameof(options.CachedDrawings), options.CachedDrawings, 0, 1000);
        InRange(nameof(options.CacheMegabytes), options.CacheMegabytes, 0, 65536);
        InRange(nameof(options.LogMegabytes), options.LogMegabytes, 1, 1024);
        InRange(nameof(options.LogFiles), options.LogFiles, 1, 100);
        if (!Enum.TryParse<LogLevel>(options.LogLevel, ignoreCase: true, out _) || int.TryParse(options.LogLevel, out _))
            throw Wrong(nameof(options.LogLevel), options.LogLevel, "it is Trace, Debug, Information, Warning, Error or None");
    }

    private static bool IsNumberedGpu(string device) =>
        device.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(device.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static void InRange(string name, int value, int least, int most)
    {
        if (value < least || value > most) throw Wrong(name, value, $"it is {least} to {most}");
    }

    private static UsageException Wrong(string name, object value, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{value}' is no value for {name}: {rule}."));
}
