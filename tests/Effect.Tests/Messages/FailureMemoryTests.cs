using PdnColorize.Effect.Messages;

namespace PdnColorize.Effect.Tests.Messages;

public sealed class FailureMemoryTests
{
    private readonly FailureMemory _memory = new();
    private readonly object _dialog = new();
    private readonly object _preview = new();

    [Fact]
    public void Note_PreviewThenOk_TellsOnce()
    {
        _memory.DialogOpened(_dialog);
        Assert.True(_memory.Note(_preview, "a"));
        _memory.DialogClosed(_dialog);

        Assert.False(_memory.Note(new object(), "a"));
    }

    [Fact]
    public void Note_RepeatAfterOk_TellsAgain()
    {
        _memory.DialogOpened(_dialog);
        _memory.Note(_dialog, "a");
        _memory.DialogClosed(_dialog);
        _memory.Note(new object(), "a");

        Assert.True(_memory.Note(new object(), "a"));
        Assert.True(_memory.Note(new object(), "a"));
    }

    [Fact]
    public void Note_OtherPixelsOrSettings_Tells()
    {
        _memory.DialogOpened(_dialog);
        _memory.Note(_dialog, "a");

        Assert.True(_memory.Note(_dialog, "b"));
    }

    [Fact]
    public void Note_NextDialog_TellsAgain()
    {
        _memory.DialogOpened(_dialog);
        _memory.Note(_dialog, "a");
        _memory.DialogClosed(_dialog);
        object next = new();
        _memory.DialogOpened(next);

        Assert.True(_memory.Note(next, "a"));
    }

    [Fact]
    public void WasTold_SameInstance_UntilSomethingGoesWell()
    {
        _memory.Note(_preview, "a");

        Assert.True(_memory.WasTold(_preview, "a"));
        Assert.False(_memory.WasTold(_preview, "b"));
        Assert.False(_memory.WasTold(new object(), "a"));
        _memory.Clear();
        Assert.False(_memory.WasTold(_preview, "a"));
    }
}
