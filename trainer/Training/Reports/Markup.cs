using System.Globalization;
using System.Text;
using System.Xml;

namespace PdnColorize.Training.Reports;

/// <summary>Text and numbers as they stand in the report, which is valid HTML and valid XML.</summary>
internal static class Markup
{
    /// <summary>A text for an element or an attribute; characters that XML cannot hold become replacement characters.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(letter, text[i + 1]);
            if (isPair) escaped.Append(letter).Append(text[++i]);
            else escaped.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => XmlConvert.IsXmlChar(letter) ? letter.ToString() : "\uFFFD",
            });
        }

        return escaped.ToString();
    }

    /// <summary>A number with up to so many significant digits, for attributes and scripts.</summary>
    public static string Exact(double value, int digits = 6) => value.ToString($"G{digits}", CultureInfo.InvariantCulture);

    /// <summary>A place in a drawing, to a tenth of its unit.</summary>
    public static string Place(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A number for people, with that many decimals and groups of thousands.</summary>
    public static string Fixed(double value, int decimals) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    /// <summary>A time for people: its two largest units.</summary>
    public static string Duration(TimeSpan time) =>
        time.TotalDays >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {time.Hours} h")
        : time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Seconds} s");
}
