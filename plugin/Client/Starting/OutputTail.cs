namespace PdnColorize.Client.Starting;

/// <summary>The last lines that a process wrote. For several threads.</summary>
internal sealed class OutputTail
{
    private const int MostLines = 40;
    private const int LongestLine = 500;

    private readonly Queue<string> _lines = new();

    /// <summary>Whether there was none.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lines) return _lines.Count == 0;
        }
    }

    /// <summary>Adds a line; null, which .NET sends at the end, is ignored.</summary>
    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_lines)
        {
            _lines.Enqueue(line.Length <= LongestLine ? line : line[..LongestLine] + "...");
            if (_lines.Count > MostLines) _lines.Dequeue();
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lines) return _lines.Count == 0 ? "nothing" : string.Join(Environment.NewLine, _lines);
    }
}
