using System.Diagnostics;
using System.Globalization;

namespace PdnColorize.Soak;

/// <summary>How memory, threads and open files of the daemons grow with their age; one line fitted over all daemons, each with its own beginning.</summary>
internal sealed class Slopes
{
    /// <summary>Caches fill and code is compiled in the first half minute.</summary>
    private const double WarmUpSeconds = 30;

    /// <summary>More than this in an hour is a leak.</summary>
    private static readonly (string Name, double PerHour)[] Limits = [("memory, MiB", 50), ("threads", 5), ("open files", 10)];

    private readonly Dictionary<int, List<(double Age, double[] Values)>> _samples = [];

    /// <summary>Takes a sample of a daemon.</summary>
    public void Sample(int processId, double ageSeconds)
    {
        if (ageSeconds < WarmUpSeconds) return;
        try
        {
            using Process process = Process.GetProcessById(processId);
            int files = OperatingSystem.IsWindows() ? process.HandleCount : Directory.GetFiles($"/proc/{processId}/fd").Length;
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
        bool good = true;
        for (int i = 0; i < Limits.Length; i++)
        {
            double slope = SlopePerHour(i);
            bool isLong = _samples.Values.Any(list => list[^1].Age > 10 * WarmUpSeconds);
            if (isLong && slope > Limits[i].PerHour) good = false;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Limits[i].Name}: {slope:+0.00;-0.00} an hour, of at most {Limits[i].PerHour}{(isLong ? "" : " (run too short to judge)")}"));
        }

        return good;
    }

    /// <summary>Least squares, with each daemon's own mean taken off.</summary>
    private double SlopePerHour(int index)
    {
        double products = 0;
        double squares = 0;
        foreach (List<(double Age, double[] Values)> list in _samples.Values)
        {
            double meanAge = list.Average(sample => sample.Age);
            double meanValue = list.Average(sample => sample.Values[index]);
            products += list.Sum(sample => (sample.Age - meanAge) * (sample.Values[index] - meanValue));
            squares += list.Sum(sample => (sample.Age - meanAge) * (sample.Age - meanAge));
        }

        return squares == 0 ? 0 : products / squares * 3600;
    }
}
