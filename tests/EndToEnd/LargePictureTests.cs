using System.Diagnostics;
using OpenCvSharp;
using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>A large drawing stays within the memory that people have.</summary>
public sealed class LargePictureTests
{
    private const int Side = 8192;
    private const long MostMemory = 3L * 1024 * 1024 * 1024;

    [LinuxFact]
    public async Task Process_Colorize8192By8192WithHints_TakesLessThan3GiB()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("large.png", Rooms());
        string hints = folder.Add("hints.png", Hints());
        using Process process = Pdncolorize.Start(["colorize", drawing, "--hints", hints, "-o", folder["out.png"]]);

        Task<CommandResult> finish = Pdncolorize.Finish(process);
        long peak = 0;
        while (!finish.IsCompleted)
        {
            peak = Math.Max(peak, PeakMemory(process.Id));
            await Task.WhenAny(finish, Task.Delay(50));
        }

        (await finish).AssertDone();
        ResultPicture.AssertIs(folder["out.png"], Side, Side);
        // Less than the pictures alone would mean that the process was never looked at.
        Assert.InRange(peak, 4L * Side * Side * 2, MostMemory);
    }

    /// <summary>The most memory the process has had so far (VmHWM, proc(5)), in bytes; 0 when it has ended.</summary>
    private static long PeakMemory(int process)
    {
        try
        {
            string line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal)) ?? "0";
            return long.Parse(string.Concat(line.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static byte[] Rooms()
    {
        using Mat paper = new(Side, Side, MatType.CV_8UC1, new Scalar(255));
        Cv2.Rectangle(paper, new Rect(500, 500, Side - 1000, Side - 1000), new Scalar(0), 9);
        Cv2.Circle(paper, 4000, 4000, 3000, new Scalar(0), 9);
        Cv2.ImEncode(".png", paper, out byte[] bytes, (int[])[]);
        return bytes;
    }

    private static byte[] Hints()
    {
        using Mat layer = new(Side, Side, MatType.CV_8UC4, new Scalar(0, 0, 0, 0));
        Cv2.Circle(layer, 4000, 5000, 100, new Scalar(128, 160, 224, 255), -1);
        Cv2.Circle(layer, 1000, 1000, 40, new Scalar(192, 96, 48, 255), -1);
        Cv2.ImEncode(".png", layer, out byte[] bytes, (int[])[]);
        return bytes;
    }
}
