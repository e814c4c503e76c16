namespace PdnColorize.Colorization.Pictures;

/// <summary>A picture cannot be used. The message is for the user: what is wrong and what to do.</summary>
public class PictureException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public PictureException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public PictureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message of its own.</summary>
    public PictureException()
    {
    }
}
