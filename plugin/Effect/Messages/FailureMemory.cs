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
    private Failure? _last;

    /// <summary>The one that Paint.NET's process needs.</summary>
    public static FailureMemory Shared { get; } = new();

    /// <summary>
    /// What is attempted when it fails before there are pixels to tell it by: the choice of layers and the error itself. The other settings change nothing about it, and a slider would bring the message back at
    /// each of its steps.
    /// </summary>
    public static string AttemptOf(EffectSettings settings, Exception error) => string.Join(
        '\n', (string[])[settings.LineArt, settings.Hints, $"{settings.ColorAgain} {error.GetType().Name}", error.Message, .. error is EffectException e ? e.Arguments.Values : []]);

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
            bool isKnown = _last is { } last && last.Attempt == attempt && (last.InDialog || ReferenceEquals(last.Effect, effect));
            _last = new Failure(effect, attempt, _dialog is not null);
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
        lock (_lock) (_dialog, _last) = (effect, null);
    }

    /// <summary>An instance ends; if it made the dialog, that is closed now.</summary>
    public void DialogClosed(object effect)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_dialog, effect)) _dialog = null;
        }
    }

    private sealed record Failure(object Effect, string Attempt, bool InDialog);
}
