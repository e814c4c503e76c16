using System.Globalization;

namespace PdnColorize.Training.Runs;

/// <summary>What <c>metrics.csv</c> holds.</summary>
internal sealed class MetricsTable
{
    /// <summary>The column of the stage, 1 or 2.</summary>
    public const string Stage = "stage";

    /// <summary>The column of the steps taken.</summary>
    public const string Step = "step";

    private readonly Dictionary<string, int> _places;
    private readonly double?[][] _rows;

    private MetricsTable(string[] columns, string[] lines)
    {
        Columns = columns;
        Lines = lines;
        _places = columns.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i);
        _rows = [.. lines.Select(line => line.Split(',').Select(Number).ToArray())];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows as they stand in the file.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The column of the validation with so many hints.</summary>
    public static string Psnr(int hints) => string.Create(CultureInfo.InvariantCulture, $"psnr{hints}");

    /// <summary>Reads a table; a last line that was cut off is left out.</summary>
    /// <exception cref="TrainingException">It is another table, or cannot be read.</exception>
    public static MetricsTable Read(string path)
    {
        try
        {
            string[] lines = File.ReadAllText(path).Split('\n')[..^1];
            string[] columns = lines.Length == 0 ? [] : lines[0].TrimEnd('\r').Split(',');
            if (!columns.Contains(Stage) || !columns.Contains(Step) || columns.Distinct().Count() != columns.Length)
                throw new TrainingException($"'{path}' is no table of a training: its first line does not name the columns. Move it away; the run goes on and begins a new one.");
            return new MetricsTable(columns, [.. lines[1..].Select(line => line.TrimEnd('\r'))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"'{path}' cannot be read: {e.Message} Close the programs that have it open, then go on.", e);
        }
    }

    /// <summary>A number, or null where there is none.</summary>
    /// <param name="row">The row, 0 the first after the names.</param>
    /// <param name="column">The column; one that the table lacks holds nothing.</param>
    public double? At(int row, string column) => _places.TryGetValue(column, out int place) ? _rows[row].ElementAtOrDefault(place) : null;

    /// <summary>The rows of a stage that hold a number in a column.</summary>
    public IEnumerable<int> RowsOf(int stage, string column) =>
        Enumerable.Range(0, _rows.Length).Where(row => At(row, Stage) == stage && At(row, Step) is not null && At(row, column) is not null);

    private static double? Number(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
