namespace PdnColorize.Colorization;

/// <summary>A colorization failed after its input was accepted. The message is for the user.</summary>
public sealed class ColorizationException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public ColorizationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public ColorizationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message of its own.</summary>
    public ColorizationException()
    {
    }

    internal static ColorizationException NotFinite() => new(
        "The model gave numbers that are no colours (NaN or infinity). Its weights are damaged or its training went wrong: use another model.");

    internal static ColorizationException Constant() => new(
        "The model gave one even colour for the whole picture. Its weights are damaged or its training went wrong: use another model.");
}
