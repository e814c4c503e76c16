using System.Diagnostics;
using StreamJsonRpc.Connection;
using StreamJsonRpc.Targets;

namespace StreamJsonRpc;

/// <summary>
/// A connection: calls methods of the peer and lets the peer call local ones. Settings and targets are fixed once
/// <see cref="StartListening"/> was called, unless <see cref="AllowModificationWhileListening"/> is set.
/// </summary>
public partial class JsonRpc : IDisposable
{
    /// <summary>
    /// Requests and notifications that the peer may have under way here, answers that it has not read included. At the limit
    /// reading pauses, so that a peer that floods or does not read slows down instead of filling the memory. The package has
    /// no such limit.
    /// </summary>
    private const int MaxIncomingUnderWay = 1024;

    internal static readonly SynchronizationContext DefaultSynchronizationContext = new();

    private readonly IJsonRpcMessageHandler _handler;
    private readonly SystemTextJsonFormatter? _formatter;
    private readonly LocalTargets _targets = new();
    private readonly IncomingLoad _incoming = new(MaxIncomingUnderWay);
    private readonly Lock _startLock = new();
    private Task? _reading;
    private SynchronizationContext? _synchronizationContext;
    private bool _cancelLocalMethods;
    private TimeSpan? _outboundRequestTimeout;
    private ICancellationStrategy? _cancellationStrategy;
    private ExceptionProcessing _exceptionStrategy;
    private TraceSource _traceSource = new(nameof(JsonRpc), SourceLevels.ActivityTracing | SourceLevels.Warning);

    public JsonRpc(IJsonRpcMessageHandler messageHandler)
    {
        ArgumentNullException.ThrowIfNull(messageHandler);
        _handler = messageHandler;
        _formatter = messageHandler.Formatter as SystemTextJsonFormatter;
        _formatter?.Attach(this);
        DisconnectedToken = _disconnected.Token;
        _synchronizationContext = new NonConcurrentSynchronizationContext();
        _cancellationStrategy = new StandardCancellationStrategy(this);
    }

    public JsonRpc(IJsonRpcMessageHandler messageHandler, object? target)
        : this(messageHandler)
    {
        if (target is not null) AddLocalRpcTarget(target);
    }

    /// <summary>
    /// Where local methods start. The default starts them one after the other, in the order of the messages, each up to its
    /// first wait; null starts them at once, on the thread pool.
    /// </summary>
    public SynchronizationContext? SynchronizationContext
    {
        get => _synchronizationContext;
        set
        {
            ThrowIfConfigurationLocked();
            _synchronizationContext = value;
        }
    }

    /// <summary>Cancels the local methods of requests when the peer goes; off by default.</summary>
    public bool CancelLocallyInvokedMethodsWhenConnectionIsClosed
    {
        get => _cancelLocalMethods;
        set
        {
            ThrowIfConfigurationLocked();
            _cancelLocalMethods = value;
        }
    }

    /// <summary>After this time without an answer, requests end with a <see cref="TimeoutException"/> and are cancelled at the peer; null waits for ever.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not greater than zero.</exception>
    public TimeSpan? OutboundRequestTimeout
    {
        get => _outboundRequestTimeout;
        set
        {
            if (value <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(value), value, "The time must be greater than zero.");
            _outboundRequestTimeout = value;
        }
    }

    public ICancellationStrategy? CancellationStrategy
    {
        get => _cancellationStrategy;
        set
        {
            ThrowIfConfigurationLocked();
            _cancellationStrategy = value;
        }
    }

    /// <exception cref="NotSupportedException">The value is <see cref="ExceptionProcessing.ISerializable"/>, which only the package can do.</exception>
    public ExceptionProcessing ExceptionStrategy
    {
        get => _exceptionStrategy;
        set
        {
            ThrowIfConfigurationLocked();
            if (value != ExceptionProcessing.CommonErrorData)
                throw new NotSupportedException("Only ExceptionProcessing.CommonErrorData is supported.");
            _exceptionStrategy = value;
        }
    }

    public TraceSource TraceSource
    {
        get => _traceSource;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _traceSource = value;
        }
    }

    public bool AllowModificationWhileListening { get; set; }

    public string? DisplayName { get; init; }

    private SynchronizationContext SynchronizationContextOrDefault => _synchronizationContext ?? DefaultSynchronizationContext;

    /// <exception cref="InvalidOperationException">There is nothing to read from, or listening has started already.</exception>
    /// <exception cref="ObjectDisposedException">The connection was disposed.</exception>
    public void StartListening()
    {
        if (!_handler.CanRead) throw new InvalidOperationException("The stream must be readable.");
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        lock (_startLock)
        {
            if (_reading is not null) throw new InvalidOperationException("Listening for messages has already started.");
            _reading = Task.Run(ReadMessagesAsync);
        }
    }

    /// <summary>Traces without ever failing: a listener that throws must not end the connection.</summary>
    internal void Trace(TraceEventType type, TraceEvents traceEvent, string message)
    {
        try
        {
            TraceSource.TraceEvent(type, (int)traceEvent, message);
        }
        catch (Exception)
        {
            // There is no better place to report a broken trace listener to.
        }
    }

    private void ThrowIfConfigurationLocked()
    {
        if (_reading is not null && !AllowModificationWhileListening)
            throw new InvalidOperationException("This cannot be done after listening has started.");
    }
}
