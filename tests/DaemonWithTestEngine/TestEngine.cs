using System.Globalization;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Engine;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.DaemonWithTestEngine;

/// <summary>
/// An engine without networks: inverts the drawing at once, or does what the model's name says: sleep-MILLISECONDS (inverts then; ends when cancelled), chatter-MILLISECONDS
/// (the same, and reports progress all the while), fail (an exception that tells a path), memory (out of memory), crash (the process ends at once).
/// </summary>
internal sealed class TestEngine : IColorizationEngine
{
    /// <summary>What <see cref="Picture"/>s become.</summary>
    public const string Invert = "invert";

    private int _cancelled;

    public string Device => "cpu";

    public string? LoadedModel => Invert;

    /// <summary>Jobs that ended because they were cancelled.</summary>
    public int CancelledJobs => Volatile.Read(ref _cancelled);

    /// <summary>Called in each job before anything else, for tests in the same process.</summary>
    public Action<EngineRequest, CancellationToken>? OnJob { get; set; }

    /// <summary>Called before the first job, in the thread of the jobs.</summary>
    public Action? OnWarmUp { get; set; }

    public void WarmUp() => OnWarmUp?.Invoke();

    public EngineAnswer Colorize(EngineRequest request, IProgress<ColorizeStage> progress, CancellationToken cancellationToken)
    {
        string model = request.Model ?? Invert;
        try
        {
            progress.Report(ColorizeStage.Stage1);
            OnJob?.Invoke(request, cancellationToken);
            Obey(model, progress, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }

        Picture result = request.Canvas;
        for (int i = 0; i < result.Pixels.Length; i++) result.Pixels[i] = (byte)~request.Drawing.Pixels[i];
        return new EngineAnswer(new ColorizationResult(result, [], LineWidth: 2, RegionCount: 1, HintCount: request.Hints is null ? 0 : 1), model, Device);
    }

    public ListModelsResponse ListModels() => new() { Models = [new ModelSummary { Name = Invert }], Default = Invert };

    public void Dispose()
    {
    }

    private static void Obey(string command, IProgress<ColorizeStage> progress, CancellationToken cancellationToken)
    {
        string[] words = command.Split('-');
        switch (words[0])
        {
            case "sleep":
                cancellationToken.WaitHandle.WaitOne(int.Parse(words[1], CultureInfo.InvariantCulture));
                cancellationToken.ThrowIfCancellationRequested();
                break;
            case "chatter":
                for (long end = Environment.TickCount64 + int.Parse(words[1], CultureInfo.InvariantCulture); Environment.TickCount64 < end;)
                {
                    progress.Report(ColorizeStage.Stage2);
                    cancellationToken.WaitHandle.WaitOne(1);
                    cancellationToken.ThrowIfCancellationRequested();
                }

                break;
            case "fail":
                throw new InvalidDataException("The file /home/somebody/secret.png is broken.");
            case "memory":
#pragma warning disable CA2201 // Stands in for the runtime.
                throw new OutOfMemoryException();
#pragma warning restore CA2201
            case "crash":
                Environment.FailFast(null);
                break;
        }
    }
}
