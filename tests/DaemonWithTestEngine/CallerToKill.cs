using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.DaemonWithTestEngine;

/// <summary>A caller of the daemon beside it, for tests that kill it in the middle of its job.</summary>
internal static class CallerToKill
{
    private const int Side = 64;

    /// <summary>Has one picture coloured and tells when the work on it has begun.</summary>
    public static async Task<int> RunAsync(string model)
    {
        using DaemonClient client = new(new DaemonClientOptions { ClientName = "caller to kill", DaemonPath = Environment.ProcessPath });
        ColorizeJob job = new() { Width = Side, Height = Side, LineArt = new byte[Side * Side * PictureBuffer.BytesPerPixel], Settings = new ColorizeSettings { Model = model } };
        await client.ColorizeAsync(job, new Announcement());
        return 0;
    }

    private sealed class Announcement : IProgress<ColorizeProgress>
    {
        public void Report(ColorizeProgress value)
        {
            Console.WriteLine(value.Stage);
            Console.Out.Flush();
        }
    }
}
