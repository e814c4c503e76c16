namespace PdnColorize.Training;

/// <summary>Training cannot start or go on. The message is for the user: what is wrong and what to do.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public TrainingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public TrainingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message of its own.</summary>
    public TrainingException()
    {
    }
}
