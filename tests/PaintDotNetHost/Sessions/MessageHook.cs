using System.Collections.Concurrent;

namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>Takes the place of the message boxes that the effect shows. There is one place for all effects of a process, so the host that was made last has them.</summary>
internal sealed class MessageHook
{
    /// <summary>The effect looks for a function of this name in <see cref="AppContext"/>.</summary>
    public const string Name = "PdnColorize.AutoColorize.ShowMessage";

    private readonly ConcurrentQueue<UserMessage> _messages = [];

    public MessageHook() => AppContext.SetData(Name, new Action<string, string>((title, text) => _messages.Enqueue(new UserMessage(title, text))));

    public IReadOnlyList<UserMessage> Messages => [.. _messages];
}
