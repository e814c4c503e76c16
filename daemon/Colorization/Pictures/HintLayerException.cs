namespace PdnColorize.Colorization.Pictures;

/// <summary>A hint layer cannot be used with its drawing. The message is for the user.</summary>
public sealed class HintLayerException : PictureException
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public HintLayerException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public HintLayerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message of its own.</summary>
    public HintLayerException()
    {
    }
}
