using PdnColorize.Effect.Dialog;

namespace PdnColorize.Effect.Messages;

/// <summary>
/// Keeps one failure from being told twice. Paint.NET asks for the same result again when the user moves a slider, and after OK, then with another instance of the effect.
/// "Colour again", a new dialog and Repeat are new attempts. Instances are told apart by an object that stands for them.
/// </summary>
internal sealed class FailureMemory
{
    private readonly Lock _lock = new();
    private object? _dialog;
    private object? _preview;
    private object? _ok;
    private bool _isClosed;
    private Failure? _last;

    /// <summary>The one that Paint.NET's process needs.</summary>
    public static FailureMemory Shared { get; } = new();

    /// <summary>
    /// What is attempted when it fails before there are pixels to tell it by: the choice of layers and the error itself. The other settings change nothing about it, and a slider would bring the message back at
    /// each of its steps.
    /// </summary>
    public static string AttemptOf(EffectSettings settings, Exception error) => string.Join(
        '\n', (string[])[settings.LineArt, settings.Hints, $"{settings.ColorAgain} {error.GetType().Name}", error.Message, .. error is EffectException e ? e.Arguments.Values : []]);

    /// <summary>
    /// An instance begins to work. By the order in which they do, the instances of a dialog are told apart, since nobody says when Paint.NET disposes them: the first one shows the preview, which may or may not be
    /// the one that made the dialog; the next is the OK; all others are Repeat.
    /// </summary>
    /// <param name="effect">Stands for the instance.</param>
    public void Begin(object effect)
    {
        lock (_lock) Recognise(effect);
    }

    /// <summary>Whether this instance has failed with this before, and the user was told: then the attempt need not be made again.</summary>
    /// <param name="effect">The instance that asks.</param>
    /// <param name="attempt">What is attempted: pixels and settings.</param>
    public bool WasTold(object effect, string attempt)
    {
        lock (_lock) return _last is { } last && last.Attempt == attempt && ReferenceEquals(last.Effect, effect);
    }

    /// <summary>Notes a failure.</summary>
    /// <param name="effect">The instance that failed.</param>
    /// <param name="attempt">What it attempted.</param>
    /// <returns>Whether the user must be told. Not if the preview of a dialog failed with the same: this is its OK then. Only once, since after that it is Repeat.</returns>
    public bool Note(object effect, string attempt)
    {
        lock (_lock)
        {
            Recognise(effect);
            bool isOk = ReferenceEquals(effect, _ok);
            bool isKnown = _last is { } last && last.Attempt == attempt && (ReferenceEquals(last.Effect, effect) || (last.InDialog && (isOk || IsInDialog(effect))));
            _last = new Failure(effect, attempt, IsInDialog(effect));
            return !isKnown;
        }
    }

    /// <summary>Forgets the failure: something went well.</summary>
    public void Clear()
    {
        lock (_lock) _last = null;
    }

    /// <summary>A dialog opens: all that it shows is attempted anew.</summary>
    /// <param name="effect">The instance that made it.</param>
    public void DialogOpened(object effect)
    {
        lock (_lock) (_dialog, _preview, _ok, _isClosed, _last) = (effect, null, null, false, null);
    }

    /// <summary>An instance ends; if it made the dialog, that is closed now.</summary>
    public void DialogClosed(object effect)
    {
        lock (_lock) _isClosed |= ReferenceEquals(_dialog, effect);
    }

    private void Recognise(object effect)
    {
        if (_dialog is null || ReferenceEquals(effect, _preview) || ReferenceEquals(effect, _ok)) return;
        if (ReferenceEquals(effect, _dialog) || (_preview is null && !_isClosed)) _preview ??= effect;
        else if (_ok is null) _ok = effect;
        else (_dialog, _preview, _ok) = (null, null, null);
    }

    private bool IsInDialog(object effect) => ReferenceEquals(effect, _dialog) || ReferenceEquals(effect, _preview);

    private sealed record Failure(object Effect, string Attempt, bool InDialog);
}
