using System.Globalization;

namespace PdnColorize.Datasets;

/// <summary>Which part of the sources a machine of a job array works on. <c>default</c> is all of them.</summary>
public readonly record struct DatasetPart
{
    private readonly int _before;
    private readonly int _others;

    /// <summary>Part <paramref name="number"/> of <paramref name="count"/>.</summary>
    /// <param name="number">1 to <paramref name="count"/>.</param>
    /// <param name="count">At least 1, at most 100,000.</param>
    /// <exception cref="DatasetException">There is no such part.</exception>
    public DatasetPart(int number, int count)
    {
        if (number < 1 || number > count || count > 100_000)
            throw new DatasetException($"There is no part {number}/{count}. Parts are counted from 1: 1/4, 2/4, 3/4, 4/4.");
        _before = number - 1;
        _others = count - 1;
    }

    /// <summary>The part's number, from 1.</summary>
    public int Number => _before + 1;

    /// <summary>How many parts there are.</summary>
    public int Count => _others + 1;

    /// <summary>Reads <c>k/n</c>, for instance <c>3/8</c>.</summary>
    /// <exception cref="DatasetException">The text is nothing of the kind, or there is no such part.</exception>
    public static DatasetPart Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] numbers = text.Split('/');
        return numbers.Length == 2
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? new DatasetPart(number, count)
            : throw new DatasetException($"'{text}' is no part of the sources. Write for instance 3/8: the third of eight.");
    }

    /// <summary><c>k/n</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
