using System.Diagnostics;
using System.Globalization;

namespace PdnColorize.Soak;

/// <summary>
/// How memory, threads and open files of the daemons grow with their age: one line fitted over all daemons, each with its own beginning. Its points are means over half a minute, since what is
/// measured wanders up and down within that time; so the line's own error is known, and what is within twice that error of a limit is not held against the daemon.
/// </summary>
internal sealed class Slopes
{
    private const double PointSeconds = 30;

    /// <summary>Fewer points say nothing.</summary>
    private const int LeastPoints = 8;

    /// <summary>More than this in an hour is a leak.</summary>
    private static readonly (string Name, double PerHour)[] Limits = [("memory, MiB", 50), ("threads", 5), ("open files", 10)];

    private readonly Dictionary<int, List<(double Age, double[] Values)>> _samples = [];

    /// <summary>Takes a sample of a daemon that is warm.</summary>
    public void Sample(int processId, double ageSeconds)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            int files = OperatingSystem.IsWindows() ? process.HandleCount : CountOpenFiles(processId);
            if (!_samples.TryGetValue(processId, out List<(double, double[])>? list)) _samples.Add(processId, list = []);
            list.Add((ageSeconds, [process.WorkingSet64 / (double)(1 << 20), process.Threads.Count, files]));
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
        List<List<(double Age, double[] Values)>> daemons = [.. _samples.Values.Select(Points).Where(points => points.Count >= 2)];
        bool isLong = daemons.Sum(points => points.Count) >= LeastPoints;
        bool good = true;
        for (int i = 0; i < Limits.Length; i++)
        {
            (double slope, double error) = isLong ? Fit(daemons, i) : (0, 0);
            bool isFlat = slope - (2 * error) <= Limits[i].PerHour;
            good &= isFlat;
            output.WriteLine(isLong
                ? string.Create(CultureInfo.InvariantCulture, $"{Limits[i].Name}: {slope:+0.0;-0.0} an hour, error {error:0.0}, of at most {Limits[i].PerHour}{(isFlat ? "" : ": TOO MUCH")}")
                : $"{Limits[i].Name}: run too short to tell");
        }

        return good;
    }

    /// <summary>Without the program's own libraries and their debug information: .NET opens them when they are first needed, which may be late, keeps them, and never opens one twice.</summary>
    private static int CountOpenFiles(int processId) =>
        Directory.GetFiles($"/proc/{processId}/fd").Count(link => Path.GetExtension(File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName) is not (".dll" or ".pdb"));

    private static List<(double Age, double[] Values)> Points(List<(double Age, double[] Values)> samples) =>
        [.. samples.GroupBy(sample => (int)(sample.Age / PointSeconds))
            .Select(group => (group.Average(s => s.Age), Enumerable.Range(0, Limits.Length).Select(i => group.Average(s => s.Values[i])).ToArray()))];

    /// <summary>Least squares, with each daemon's own mean taken off; the slope and its standard error, an hour.</summary>
    private static (double Slope, double Error) Fit(List<List<(double Age, double[] Values)>> daemons, int index)
    {
        List<(double Age, double Value)> points = [];
        foreach (List<(double Age, double[] Values)> list in daemons)
        {
            double meanAge = list.Average(point => point.Age);
            double meanValue = list.Average(point => point.Values[index]);
            points.AddRange(list.Select(point => (point.Age - meanAge, point.Values[index] - meanValue)));
        }

        double squares = points.Sum(point => point.Age * point.Age);
        double slope = points.Sum(point => point.Age * point.Value) / squares;
        double rest = points.Sum(point => Math.Pow(point.Value - (slope * point.Age), 2));
        // A mean for each daemon and the slope were taken from the data.
        int freedom = Math.Max(1, points.Count - daemons.Count - 1);
        return (slope * 3600, Math.Sqrt(rest / freedom / squares) * 3600);
    }
}
