using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Engine;

/// <summary>What colours pictures for the daemon. One job at a time calls <see cref="Colorize"/>; the rest may be called at any time, from any thread.</summary>
internal interface IColorizationEngine : IDisposable
{
    /// <summary>What the networks run on: cpu, cuda:0, ...</summary>
    string Device { get; }

    /// <summary>The model used last and still in memory; null when there is none.</summary>
    string? LoadedModel { get; }

    /// <summary>Loads what the first job will need, while callers still connect. Fails silently: the job is told.</summary>
    void WarmUp();

    /// <summary>Colours a drawing; blocks until it is done.</summary>
    /// <param name="request">The drawing and what to paint.</param>
    /// <param name="progress">Told of each stage when it begins, in the calling thread.</param>
    /// <param name="cancellationToken">Ends the work within 250 ms.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <remarks>Failures are thrown as they arise; <see cref="Serving.DaemonErrors"/> knows what each means for the user.</remarks>
    EngineAnswer Colorize(EngineRequest request, IProgress<ColorizeStage> progress, CancellationToken cancellationToken);

    /// <summary>The installed models.</summary>
    ListModelsResponse ListModels();
}
