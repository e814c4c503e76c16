namespace PdnColorize.Colorization.Safetensors;

/// <summary>
/// A file is not a safetensors file that this program accepts. The message says what is wrong with it and what to do,
/// without the file's name: whoever opened it knows that.
/// </summary>
public sealed class SafetensorsException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do, for people.</param>
    public SafetensorsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What is wrong and what to do, for people.</param>
    /// <param name="innerException">What the JSON reader or the stream said.</param>
    public SafetensorsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
