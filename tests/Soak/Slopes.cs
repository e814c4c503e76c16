using System.Diagnostics;
using System.Globalization;

namespace PdnColorize.Soak;

/// <summary>
/// How memory, threads and open files of a daemon grow with its age: a line through means over half a minute, since what is measured wanders up and down within that time; so the line's own error is known,
/// and what is within twice that error of a limit is not held against the daemon.
/// </summary>
internal sealed class Slopes
{
    private const double PointSeconds = 30;

    /// <summary>Fewer points say nothing.</summary>
    private const int LeastPoints = 8;

    /// <summary>More than this in an hour is a leak.</summary>
    private static readonly (string Name, double PerHour)[] Limits = [("memory, MiB", 50), ("threads", 5), ("open files", 10)];

    private readonly List<(double Age, double[] Values)> _samples = [];

    /// <summary>Takes a sample of a daemon that is warm.</summary>
    public void Sample(int processId, double ageSeconds)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            int files = OperatingSystem.IsWindows() ? process.HandleCount : CountOpenFiles(processId);
            _samples.Add((ageSeconds, [process.WorkingSet64 / (double)(1 << 20), process.Threads.Count, files]));
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // It has just ended.
        }
    }

    /// <summary>Prints the slopes.</summary>
    /// <returns>Whether all are within their limits.</returns>
    public bool Report(TextWriter output)
    {
        List<(double Age, double[] Values)> points = Points(_samples);
        bool isLong = points.Count >= LeastPoints;
        bool good = true;
        for (int i = 0; i < Limits.Length; i++)
        {
            (double slope, double error) = isLong ? Fit([.. points.Select(point => (point.Age, point.Values[i]))]) : (0, 0);
            // A line that could be anything says nothing.
            bool isFlat = slope - (2 * error) <= Limits[i].PerHour && error <= Limits[i].PerHour;
            good &= isFlat;
            output.WriteLine(isLong
                ? string.Create(CultureInfo.InvariantCulture, $"  {Limits[i].Name}: {slope:+0.0;-0.0} an hour, error {error:0.0}, of at most {Limits[i].PerHour}{(isFlat ? "" : ": TOO MUCH")}")
                : $"  {Limits[i].Name}: run too short to tell");
        }

        return good;
    }

    /// <summary>Without the program's own libraries and their debug information: .NET opens them when they are first needed, which may be late, keeps them, and never opens one twice.</summary>
    private static int CountOpenFiles(int processId) =>
        Directory.GetFiles($"/proc/{processId}/fd").Count(link => Path.GetExtension(File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName) is not (".dll" or ".pdb"));

    private static List<(double Age, double[] Values)> Points(List<(double Age, double[] Values)> samples) =>
        [.. samples.GroupBy(sample => (int)(sample.Age / PointSeconds))
            .Select(group => (group.Average(s => s.Age), Enumerable.Range(0, Limits.Length).Select(i => group.Average(s => s.Values[i])).ToArray()))];

    /// <summary>Least squares: the slope and its standard error, an hour.</summary>
    private static (double Slope, double Error) Fit(IReadOnlyList<(double Age, double Value)> points)
    {
        (double meanAge, double meanValue) = (points.Average(point => point.Age), points.Average(point => point.Value));
        double squares = points.Sum(point => Math.Pow(point.Age - meanAge, 2));
        double slope = points.Sum(point => (point.Value - meanValue) * (point.Age - meanAge)) / squares;
        double rest = points.Sum(point => Math.Pow(point.Value - meanValue - (slope * (point.Age - meanAge)), 2));
        // The mean and the slope were taken from the data.
        return (slope * 3600, Math.Sqrt(rest / (points.Count - 2) / squares) * 3600);
    }
}
