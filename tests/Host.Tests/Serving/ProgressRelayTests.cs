using PdnColorize.Host.Serving;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Messages;
using PdnColorize.Tests.Time;

namespace PdnColorize.Host.Tests.Serving;

/// <summary>How often a caller is told, on a clock of the test's own.</summary>
public sealed class ProgressRelayTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly Received _received = new();
    private readonly ProgressRelay _relay;

    public ProgressRelayTests() => _relay = new ProgressRelay(_received, _time);

    public void Dispose() => _relay.Dispose();

    [Fact]
    public void Report_First_IsSentAtOnce()
    {
        Report(0.1);

        Assert.Equal([0.1], _received.Fractions);
    }

    [Fact]
    public void Report_QueuedWhenTheWorkHasBegun_IsLeftOut()
    {
        // Whoever adds a job may be slower to tell its place than the runner is to begin it.
        _relay.Report(new ColorizeProgress { Stage = ColorizeStage.Stage1, Fraction = 0.25 });
        _relay.Report(new ColorizeProgress { Stage = ColorizeStage.Queued, Fraction = 0, JobsAhead = 0 });
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([0.25], _received.Fractions);
    }

    [Fact]
    public void Report_ThousandInOneSecond_SendsTwentyAndTheLast()
    {
        for (int i = 1; i <= 1000; i++)
        {
            Report(i / 1000.0);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.InRange(_received.Fractions.Count, 18, ProtocolLimits.MaxProgressPerSecond + 1);
        Assert.Equal(1, _received.Fractions[^1]);
    }

    [Fact]
    public void Report_TimersAreEarly_SendsNoMoreThanTwentyASecond()
    {
        using ProgressRelay relay = new(_received, new HastyTime(_time));
        for (int i = 0; i < 1000; i++)
        {
            relay.Report(new ColorizeProgress { Stage = ColorizeStage.Stage1, Fraction = i / 1000.0 });
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(_received.Fractions.Count, 18, ProtocolLimits.MaxProgressPerSecond + 1);
    }

    [Fact]
    public void Report_SmallerFraction_IsRaised()
    {
        Report(0.5);
        _time.Advance(TimeSpan.FromSeconds(1));
        Report(0.2);

        Assert.Equal([0.5, 0.5], _received.Fractions);
    }

    [Fact]
    public void Silence_RepeatsTheLastAsSignOfLife()
    {
        Report(0.3);

        _time.Advance(ProtocolLimits.ProgressHeartbeat * 2);

        Assert.Equal([0.3, 0.3, 0.3], _received.Fractions);
    }

    [Fact]
    public void Report_CallerWantsNone_DoesNothing()
    {
        using ProgressRelay relay = new(null, _time);

        relay.Report(new ColorizeProgress { Stage = ColorizeStage.Stage1, Fraction = 0.5 });
        _time.Advance(ProtocolLimits.ProgressHeartbeat);

        Assert.Empty(_received.Fractions);
    }

    [Fact]
    public void Disposed_SendsNothingMore()
    {
        Report(0.3);
        Report(0.4);

        _relay.Dispose();
        _time.Advance(TimeSpan.FromMinutes(1));
        Report(0.9);

        Assert.Equal([0.3], _received.Fractions);
    }

    private void Report(double fraction) => _relay.Report(new ColorizeProgress { Stage = ColorizeStage.Stage1, Fraction = fraction });

    private sealed class Received : IProgress<ColorizeProgress>
    {
        public List<double> Fractions { get; } = [];

        public void Report(ColorizeProgress value) => Fractions.Add(value.Fraction);
    }
}
