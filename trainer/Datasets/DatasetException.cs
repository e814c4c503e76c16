namespace PdnColorize.Datasets;

/// <summary>A data set cannot be built or read. The message is for the user: what is wrong and what to do.</summary>
public sealed class DatasetException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public DatasetException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public DatasetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message of its own.</summary>
    public DatasetException()
    {
    }
}
