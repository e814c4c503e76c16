namespace PdnColorize.Trainer.Tests.Support;

/// <summary>What a run of pdncolorize-train gave.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>The run did what was asked.</summary>
    public CommandResult AssertDone()
    {
        Assert.Equal("", Error);
        Assert.Equal(0, ExitCode);
        return this;
    }

    /// <summary>The run failed with this code and sentences for people that hold the words.</summary>
    public void AssertFailed(int exitCode, params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, ExitCode);
    }
}
