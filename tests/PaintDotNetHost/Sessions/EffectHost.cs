using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using PaintDotNet.Effects;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Plugins;
using PdnColorize.PaintDotNetHost.Surroundings;

namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>
/// The application with one effect in its menu. What the effect throws is recorded and never comes out. For one caller at a time, like a user.
/// </summary>
public sealed class EffectHost : IDisposable
{
    private readonly Type _effect;
    private readonly ConcurrentQueue<EffectFailure> _failures = [];
    private readonly ConcurrentQueue<IDisposable> _late = [];
    private readonly MessageHook _messages = new();

    /// <summary>With an installed plugin.</summary>
    public EffectHost(PluginFolder plugin, EffectHostOptions? options = null)
        : this((plugin ?? throw new ArgumentNullException(nameof(plugin))).EffectType, options)
    {
    }

    /// <summary>With an effect of the program itself.</summary>
    /// <exception cref="ArgumentException">Not a type that Paint.NET would take for an effect.</exception>
    public EffectHost(Type effect, EffectHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(effect);
        if (!PluginFolder.IsEffect(effect)) throw new ArgumentException($"{effect} is no effect with a constructor without parameters.", nameof(effect));
        _effect = effect;
        Options = options ?? new EffectHostOptions();
        Ui = new UiThread(e => Record("UI thread", e));
        Services = new HostServices(Ui);
    }

    public EffectHostOptions Options { get; }

    public UiThread Ui { get; }

    /// <summary>What went wrong in the effect, in order; empty is what everybody wants.</summary>
    public IReadOnlyList<EffectFailure> Failures => [.. _failures];

    /// <summary>Message boxes that the effect showed, in order.</summary>
    public IReadOnlyList<UserMessage> Messages => _messages.Messages;

    /// <summary>The settings that the last OK left behind, for Repeat and for the next dialog; null before.</summary>
    public PropertyBasedEffectConfigToken? LastToken { get; internal set; }

    internal IServiceProvider Services { get; }

    /// <summary>Effects &gt; the effect: shows its dialog and begins the preview.</summary>
    /// <returns>Null when the effect could not make its dialog; then there is a failure.</returns>
    public DialogSession? OpenDialog(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return DialogSession.Open(this, document);
    }

    /// <summary>Effects &gt; Repeat: a new instance with the settings of the last OK, without a dialog. Runs in the background.</summary>
    /// <exception cref="InvalidOperationException">There was no OK yet: the menu would not offer it.</exception>
    public EffectRun Repeat(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new EffectRun(this, document, LastToken ?? throw new InvalidOperationException("There is nothing to repeat."));
    }

    /// <summary>Waits until the effect has shown that many messages; they come from a thread of their own.</summary>
    /// <returns>The messages there are, which may be fewer once the limit has passed.</returns>
    public IReadOnlyList<UserMessage> WaitForMessages(int count, TimeSpan limit)
    {
        long began = Stopwatch.GetTimestamp();
        while (Messages.Count < count && Stopwatch.GetElapsedTime(began) < limit) Thread.Sleep(10);
        return Messages;
    }

    public void Dispose()
    {
        while (_late.TryDequeue(out IDisposable? late)) late.Dispose();
        Ui.Dispose();
    }

    internal void DisposeAtTheEnd(IDisposable late) => _late.Enqueue(late);

    internal BitmapEffect Construct()
    {
        try
        {
            return (BitmapEffect)Activator.CreateInstance(_effect)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }

    internal void Record(string phase, Exception exception) => _failures.Enqueue(EffectFailure.Of(_effect, phase, exception));

    /// <summary>Does something with the effect; null when that fails, which is recorded.</summary>
    internal T? Guard<T>(string phase, Func<T?> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (Exception e)
        {
            Record(phase, e);
            return null;
        }
    }
}
