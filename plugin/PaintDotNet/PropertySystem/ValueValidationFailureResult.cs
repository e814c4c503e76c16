namespace PaintDotNet.PropertySystem;

/// <summary>What becomes of a value that a property does not allow.</summary>
public enum ValueValidationFailureResult
{
    /// <summary>The property keeps the value that it has.</summary>
    Ignore = 0,

    /// <summary>It takes the nearest value that it allows.</summary>
    Clamp = 1,

    /// <summary>ArgumentOutOfRangeException.</summary>
    ThrowException = 2,
}
