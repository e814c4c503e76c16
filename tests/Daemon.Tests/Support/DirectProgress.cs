using PdnColorize.Protocol.Messages;

namespace PdnColorize.DaemonTests.Support;

/// <summary>Progress that is told at once, where Progress&lt;T&gt; would post it.</summary>
internal sealed class DirectProgress(Action<ColorizeProgress> report) : IProgress<ColorizeProgress>
{
    public void Report(ColorizeProgress value) => report(value);
}
