using System.Text;

namespace PdnColorize.Colorization.Safetensors;

/// <summary>Makes text that comes from a file or a user fit for a message: bounded, on one line.</summary>
internal static class MessageText
{
    private const int MaximumLength = 100;

    /// <summary>The text in single quotes, cut after 100 characters, with "?" for what cannot be shown safely.</summary>
    public static string Quote(string text)
    {
        var builder = new StringBuilder("'");
        foreach (var character in text.Length > MaximumLength ? text.AsSpan(0, MaximumLength) : text)
            builder.Append(char.IsControl(character) || char.IsSurrogate(character) ? '?' : character);
        return builder.Append(text.Length > MaximumLength ? "...'" : "'").ToString();
    }
}
