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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Note_DialogIsDisposedLongAfterOk_TellsForRepeat(bool previewOnOtherInstance)
    {
        _memory.DialogOpened(_dialog);
        object preview = previewOnOtherInstance ? _preview : _dialog, ok = new();
        _memory.Begin(preview);
        Assert.True(_memory.Note(preview, "a"));
        _memory.Begin(ok);
        Assert.False(_memory.Note(ok, "a"));

        Assert.True(Repeats());
        Assert.True(Repeats());
        _memory.DialogClosed(_dialog);
        Assert.True(Repeats());

        bool Repeats()
        {
            object repeat = new();
            _memory.Begin(repeat);
            return _memory.Note(repeat, "a");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Note_OnlyOkFailed_TellsForRepeatToo(bool isDisposedLate)
    {
        _memory.DialogOpened(_dialog);
        _memory.Begin(_dialog);
        _memory.Clear();
        if (!isDisposedLate) _memory.DialogClosed(_dialog);
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
