namespace PdnColorize.Colorization.Models;

/// <summary>A model cannot be used. The message names the file, says what is wrong with it and what to do.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="error">The kind, for programs.</param>
    /// <param name="message">The message, for people.</param>
    /// <param name="innerException">The cause, for logs.</param>
    public ModelException(ModelError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>What kind of trouble it is.</summary>
    public ModelError Error { get; }
}
