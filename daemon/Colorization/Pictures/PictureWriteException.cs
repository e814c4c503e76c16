namespace PdnColorize.Colorization.Pictures;

/// <summary>A picture cannot be written. The message is for the user: why, and what to do.</summary>
public sealed class PictureWriteException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public PictureWriteException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public PictureWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message of its own.</summary>
    public PictureWriteException()
    {
    }
}
