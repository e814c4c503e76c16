namespace PdnColorize.Colorization.Devices;

/// <summary>The device asked for cannot be used. The message is for the user.</summary>
public sealed class DeviceException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public DeviceException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for the user and its cause.</summary>
    public DeviceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a message of its own.</summary>
    public DeviceException()
    {
    }
}
