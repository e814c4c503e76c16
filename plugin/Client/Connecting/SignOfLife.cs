using PdnColorize.Protocol.Messages;

namespace PdnColorize.Client.Connecting;

/// <summary>Passes progress on and notes that there was some. Called on the thread that reads the connection.</summary>
internal sealed class SignOfLife(IProgress<ColorizeProgress> progress, Action noticed) : IProgress<ColorizeProgress>
{
    private volatile bool _stopped;

    /// <inheritdoc/>
    public void Report(ColorizeProgress value)
    {
        if (_stopped) return;
        noticed();
        progress.Report(value);
    }

    /// <summary>Lets no more through: the job is over.</summary>
    public void Stop() => _stopped = true;
}
