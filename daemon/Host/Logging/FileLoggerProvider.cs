using Microsoft.Extensions.Logging;

namespace PdnColorize.Host.Logging;

/// <summary>Logs to a <see cref="RollingFile"/>, one JSON object a line.</summary>
/// <param name="file">Disposed with the provider.</param>
/// <param name="time">The clock of the entries.</param>
internal sealed class FileLoggerProvider(RollingFile file, TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new FileLogger(file, time, categoryName);

    public void Dispose() => file.Dispose();
}
