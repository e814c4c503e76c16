using System.Text;

namespace PdnColorize.Datasets.Sources;

/// <summary>Comma-separated values as in RFC 4180.</summary>
internal static class CsvText
{
    /// <summary>The records of a text; empty lines are left out.</summary>
    /// <exception cref="DatasetException">A quoted field has no end.</exception>
    public static List<string[]> Parse(string text, string name)
    {
        List<string[]> records = [];
        List<string> fields = [];
        StringBuilder field = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                bool doubled = c == '"' && i + 1 < text.Length && text[i + 1] == '"';
                if (c != '"' || doubled) field.Append(c);
                else quoted = false;
                if (doubled) i++;
            }
            else if (c == '"') quoted = true;
            else if (c == ',') EndField();
            else if (c == '\n') EndRecord();
            else if (c != '\r') field.Append(c);
        }

        if (quoted) throw new DatasetException($"'{name}' has a quotation mark without its partner. Correct the file.");
        EndRecord();
        return records;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void EndRecord()
        {
            EndField();
            if (fields.Count > 1 || fields[0].Length > 0) records.Add([.. fields]);
            fields.Clear();
        }
    }

    /// <summary>One record with its line feed; fields are quoted where they must be.</summary>
    public static string Line(params ReadOnlySpan<string> fields)
    {
        StringBuilder line = new();
        for (int i = 0; i < fields.Length; i++)
        {
            if (i > 0) line.Append(',');
            string field = fields[i];
            bool quote = field.AsSpan().IndexOfAny("\",\r\n") >= 0;
            line.Append(quote ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field);
        }

        return line.Append('\n').ToString();
    }
}
