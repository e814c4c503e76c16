using System.Globalization;

namespace PdnColorize.Training.Reading;

/// <summary>The curves of the reading network as a CSV file: a line every few steps, and one for each validation.</summary>
internal sealed class ReadingMetrics : IDisposable
{
    private const string Columns = "step,seconds,rate,border,pairs,colors,precision,recall,pairAccuracy,degradedPrecision,degradedRecall,degradedPairAccuracy";

    private readonly StreamWriter _file;
    private (double Border, double Pairs, double Colors, int Count) _sums;

    /// <param name="path">The file; begun if it is not there.</param>
    /// <param name="step">The step that the run goes on from: lines after it are written again.</param>
    public ReadingMetrics(string path, long step)
    {
        string[] kept = File.Exists(path)
            ? [.. File.ReadLines(path).Skip(1).Where(line => long.TryParse(line.Split(',')[0], CultureInfo.InvariantCulture, out long at) && at <= step)]
            : [];
        File.WriteAllLines(path, [Columns, .. kept]);
        _file = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>Mean loss of the borders since the last line.</summary>
    public double Border => _sums.Border / Math.Max(1, _sums.Count);

    /// <summary>Mean loss of the pairs since the last line.</summary>
    public double Pairs => _sums.Pairs / Math.Max(1, _sums.Count);

    /// <summary>Mean loss of the color classes since the last line.</summary>
    public double Colors => _sums.Colors / Math.Max(1, _sums.Count);

    /// <summary>Adds a step.</summary>
    public void Add(ReadingLosses losses) =>
        _sums = (_sums.Border + losses.Border, _sums.Pairs + losses.Pairs, _sums.Colors + losses.Colors, _sums.Count + 1);

    /// <summary>Writes the mean of the steps since the last line.</summary>
    public void Write(long step, double rate, double seconds)
    {
        _file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step},{seconds:F0},{rate:G4},{Border:G6},{Pairs:G6},{Colors:G6},,,,,,"));
        _sums = default;
    }

    /// <summary>Writes a validation.</summary>
    public void Write(long step, ReadingScore clean, ReadingScore degraded) => _file.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{step},,,,,,{clean.Precision:F4},{clean.Recall:F4},{clean.PairAccuracy:F4},{degraded.Precision:F4},{degraded.Recall:F4},{degraded.PairAccuracy:F4}"));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}

/// <summary>The losses of a step.</summary>
internal readonly record struct ReadingLosses(double Border, double Pairs, double Colors)
{
    public bool AreFinite => double.IsFinite(Border + Pairs + Colors);
}
