using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.TestDaemon;
using Xunit.Abstractions;

namespace PdnColorize.PaintDotNetHost.Tests.Plugin;

/// <summary>Cancel, wherever the daemon is: at once, in silence, and the layer stays as it was.</summary>
public sealed class CancelTests(ITestOutputHelper output)
{
    /// <summary>What is promised. The best of some tries must keep it: machines that run tests may have more to do than they can.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromMilliseconds(250);

    /// <summary>What each try must keep.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private const int Tries = 5;

    [Theory]
    [InlineData(Scenario.SlowQueued, "job")]
    [InlineData(Scenario.SlowLoading, "job")]
    [InlineData(Scenario.Slow, "job")]
    [InlineData(Scenario.SlowStage2, "job")]
    [InlineData(Scenario.SlowWrite, "job")]
    [InlineData(Scenario.Silent, "job")]
    [InlineData(Scenario.HangAtHello, "listening")]
    [InlineData(Scenario.HangWhileStarting, "started")]
    public void Cancel_WhileTheDaemonIsBusyWithIt_EndsAtOnce(Scenario scenario, string when) => AssertAtOnce(scenario.ToString(), () => TimeToCancel(scenario, when));

    [Fact]
    public void Cancel_AfterOk_EndsAtOnceAndTheLayerStays() => AssertAtOnce("OK", TimeToCancelOk);

    [Fact]
    public void Set_WhileColouring_TheNewSettingsComeOut()
    {
        using InstalledPlugin plugin = InstalledPlugin.WithTestEngine();
        TestDrawing drawing = new();
        DialogSession dialog = plugin.Host.OpenDialog(drawing.Document)!;
        dialog.Set("Model", "sleep-600000");
        Thread.Sleep(300);

        dialog.Set("Model", "default");

        Assert.Equal(RenderStatus.Completed, dialog.Ok(InstalledPlugin.Limit));
        Assert.NotEqual(drawing.Before, drawing.Document.ActiveLayer.Pixels);
        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
    }

    private void AssertAtOnce(string name, Func<TimeSpan> measure)
    {
        List<TimeSpan> times = [];
        while (times.Count < Tries && (times.Count == 0 || times.Min() > Promised))
        {
            times.Add(measure());
            Assert.True(times[^1] < Longest, $"It took {times[^1].TotalMilliseconds:0} ms.");
        }

        string all = string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:0} ms"));
        output.WriteLine($"{name}: {all}");
        Assert.True(times.Min() <= Promised, $"It took {all}.");
    }

    private static TimeSpan TimeToCancel(Scenario scenario, string when)
    {
        using InstalledPlugin plugin = InstalledPlugin.With(scenario);
        TestDrawing drawing = new();
        DialogSession dialog = plugin.Host.OpenDialog(drawing.Document)!;
        plugin.WaitFor(when);

        TimeSpan took = dialog.Cancel();

        Assert.Equal(drawing.Before, drawing.Document.ActiveLayer.Pixels);
        if (scenario is Scenario.SlowQueued or Scenario.SlowLoading or Scenario.Slow or Scenario.SlowStage2 or Scenario.SlowWrite) plugin.WaitFor("cancelled");
        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
        return took;
    }

    private static TimeSpan TimeToCancelOk()
    {
        using InstalledPlugin plugin = InstalledPlugin.With(Scenario.Slow);
        TestDrawing drawing = new();
        DialogSession dialog = plugin.Host.OpenDialog(drawing.Document)!;
        plugin.WaitFor("job");
        EffectRun run = dialog.BeginOk()!;
        Thread.Sleep(200);

        TimeSpan took = run.Cancel();

        Assert.Equal(RenderStatus.Cancelled, run.Wait(InstalledPlugin.Limit));
        Assert.Equal(drawing.Before, drawing.Document.ActiveLayer.Pixels);
        Assert.Empty(plugin.Host.Messages);
        plugin.AssertHostIsWell();
        return took;
    }
}
