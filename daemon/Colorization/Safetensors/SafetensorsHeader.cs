using System.Text.Json;
using System.Text.Unicode;

namespace PdnColorize.Colorization.Safetensors;

/// <summary>
/// The JSON header of a safetensors file: {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, ...} and
/// optionally "__metadata__", a map of strings. Offsets count from the first byte after the header.
/// </summary>
internal sealed class SafetensorsHeader
{
    public const string MetadataKey = "__metadata__";

    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];

    private SafetensorsHeader()
    {
    }

    /// <summary>The tensors in the order of their data, which is not always the header's own order.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>Reads and checks a header; nothing that it claims is believed.</summary>
    /// <param name="utf8">The header with its padding.</param>
    /// <param name="dataLength">How many bytes follow the header.</param>
    /// <exception cref="SafetensorsException">Any rule of the format or of <see cref="SafetensorsLimits"/> is broken.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> utf8, long dataLength)
    {
        if (utf8.IsEmpty || utf8[0] != (byte)'{')
            throw Invalid("the header does not begin with '{'");
        if (!Utf8.IsValid(utf8))
            throw Invalid("the header is not valid UTF-8");
        var header = new SafetensorsHeader();
        // The padding is spaces and nothing else; the JSON reader would also let tabs and line ends pass.
        var text = utf8.TrimEnd((byte)' ');
        if (text[^1] != (byte)'}')
            throw Invalid("the header does not end with '}' and spaces");
        try
        {
            header.ReadRoot(text);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader throws InvalidOperationException for a string with half of a surrogate pair.
            throw new SafetensorsException(Sentence("its header is not valid JSON"), exception);
        }

        header.CheckOffsets(dataLength);
        return header;
    }

    /// <summary>Every message about a broken file ends with what to do.</summary>
    internal static SafetensorsException Invalid(string what) => new(Sentence(what));

    private static string Sentence(string what) =>
        $"Not a usable safetensors file: {what}. The file is damaged or was not made for this program; get it again from where it came.";

    private void ReadRoot(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = SafetensorsLimits.MaximumJsonDepth });
        var names = new HashSet<string>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!names.Add(name))
                throw Invalid($"the name {MessageText.Quote(name)} stands twice in the header");
            reader.Read();
            if (name == MetadataKey)
            {
                ReadMetadata(ref reader);
                continue;
            }

            if (name.Length is 0 or > SafetensorsLimits.MaximumNameLength)
                throw Invalid($"a tensor's name has {name.Length} characters; 1 to {SafetensorsLimits.MaximumNameLength} are allowed");
            if (_entries.Count == SafetensorsLimits.MaximumTensors)
                throw Invalid($"it holds more than {SafetensorsLimits.MaximumTensors} tensors");
            _entries.Add(SafetensorsEntryReader.Read(ref reader, name));
        }

        // Throws if anything but white space follows the closing brace.
        reader.Read();
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Invalid($"{MetadataKey} is not a map of strings");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw Invalid($"{MetadataKey} {MessageText.Quote(key)} is not a string");
            if (!_metadata.TryAdd(key, reader.GetString()!))
                throw Invalid($"{MetadataKey} {MessageText.Quote(key)} stands twice in the header");
        }
    }

    /// <summary>The tensors must cover the data exactly: an unclaimed byte could smuggle another file along.</summary>
    private void CheckOffsets(long dataLength)
    {
        // Stable, so that empty tensors keep the header's order among themselves.
        var ordered = _entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End).ToList();
        _entries.Clear();
        _entries.AddRange(ordered);
        var position = 0L;
        foreach (var entry in _entries)
        {
            if (entry.Begin < position)
                throw Invalid($"the data of {MessageText.Quote(entry.Name)} overlaps another tensor's");
            if (entry.Begin > position)
                throw Invalid($"there is a hole of {entry.Begin - position} bytes before the data of {MessageText.Quote(entry.Name)}");
            position = entry.End;
        }

        if (position > dataLength)
            throw Invalid($"it ends early, {position - dataLength} of {position} bytes of tensor data are missing");
        if (position < dataLength)
            throw Invalid($"{dataLength - position} bytes after the last tensor belong to nothing");
    }

    /// <summary>One tensor's description; <paramref name="End"/> - <paramref name="Begin"/> is what shape and type ask for.</summary>
    internal sealed record Entry(string Name, SafetensorsDataType DataType, long[] Shape, long Begin, long End);
}
