using Microsoft.Extensions.Logging;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Reuse;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Engine;

/// <summary>The engine over the networks: keeps models and what drawings leave behind, and goes from the GPU to the processor when memory runs out.</summary>
internal sealed class ColorizationEngine : IColorizationEngine
{
    private readonly ModelStore _store;
    private readonly Lazy<ComputeDevice> _device;
    private readonly ColorizationCache _reuse;
    private readonly ModelCache<Colorizer> _models;
    private readonly ModelWatcher _watcher;
    private readonly ILogger _logger;
    private readonly string _defaultModel;
    private readonly string _wantedDevice;

    public ColorizationEngine(DaemonOptions options, ModelStore store, TimeProvider time, ILogger<ColorizationEngine> logger)
    {
        _store = store;
        _logger = logger;
        _defaultModel = options.Model;
        _wantedDevice = options.Device;
        // Lazy: loading libtorch takes a moment, and the pipe must be there first.
        _device = new Lazy<ComputeDevice>(() => ComputeDevice.Parse(options.Device));
        _reuse = new ColorizationCache((long)options.CacheMegabytes << 20, options.CachedDrawings);
        _models = new ModelCache<Colorizer>(
            store,
            (folder, device) => new Colorizer(folder.LoadWeights(), ComputeDevice.Parse(device)) { Cache = _reuse },
            options.LoadedModels,
            time,
            logger);
        _watcher = new ModelWatcher(store.Roots, _models.Refresh, logger);
    }

    public string Device => _device.IsValueCreated ? _device.Value.Name : _wantedDevice;

    public string? LoadedModel => _models.MostRecent;

    public void WarmUp()
    {
        try
        {
            _models.Rent(_defaultModel, _device.Value.Name).Dispose();
        }
        catch (Exception e)
        {
            Log.NotWarm(_logger, e.GetType().Name);
        }
    }

    public EngineAnswer Colorize(EngineRequest request, IProgress<ColorizeStage> progress, CancellationToken cancellationToken)
    {
        string model = request.Model ?? _defaultModel;
        try
        {
            return Run(request, model, _device.Value, progress, cancellationToken);
        }
        catch (Exception e) when (MemoryErrors.IsOutOfMemory(e))
        {
            FreeMemory();
            if (!_device.Value.IsCuda) throw;
            Log.OutOfDeviceMemory(_logger, Device);
        }

        try
        {
            return Run(request, model, ComputeDevice.Cpu, progress, cancellationToken);
        }
        catch (Exception e) when (MemoryErrors.IsOutOfMemory(e))
        {
            FreeMemory();
            throw;
        }
    }

    public ListModelsResponse ListModels()
    {
        ModelSummary[] models = [.. _store.List().Select(Summarize)];
        return new ListModelsResponse
        {
            Models = models,
            Default = models.FirstOrDefault(model => model.Name == _defaultModel && model.Problem is null)?.Name,
        };
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _models.Dispose();
        _reuse.Clear();
    }

    private EngineAnswer Run(EngineRequest request, string model, ComputeDevice device, IProgress<ColorizeStage> progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using ModelCache<Colorizer>.Lease lease = _models.Rent(model, device.Name, () => progress.Report(ColorizeStage.Loading), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        ColorizationResult result = lease.Networks.ColorizeOnto(request.Canvas, request.Drawing, request.Hints, request.Options, new Stages(progress), cancellationToken);
        return new EngineAnswer(result, model, device.Name);
    }

    private void FreeMemory()
    {
        _reuse.Clear();
        GC.Collect();
    }

    private static ModelSummary Summarize(ModelListing listing) => new()
    {
        Name = listing.Name,
        DisplayName = listing.Manifest?.DisplayName,
        Preset = listing.Manifest?.Preset.ToString().ToLowerInvariant(),
        Stages = listing.Manifest?.Stages.Count ?? 0,
        Licence = listing.Manifest?.Licence,
        Problem = listing.Problem is { } problem ? ModelProblems.Describe(problem.Error) : null,
    };

    private sealed class Stages(IProgress<ColorizeStage> progress) : IProgress<ColorizationStep>
    {
        public void Report(ColorizationStep value) => progress.Report(StageNames.Of(value));
    }
}
