using System.Text;
using PdnColorize.Host.Serving;

namespace PdnColorize.Host.Tests.Serving;

/// <summary>Frames whole, cut anywhere, and broken in every way that reference lists name.</summary>
public sealed class FrameGuardTests
{
    private const int MaximumBody = 1000;

    public static TheoryData<string> Broken =>
    [
        "Content-Length: 2\n\n{}",
        "Content-Length: 2\r\n\n",
        "content-length: 2\r\n\r\n{}",
        "\r\n",
        "X: 1\r\n\r\n",
        "Content-Length: 0\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 1001\r\n\r\n",
        "Content-Length: 2147483648\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n",
        "Content-Length: 2x\r\n\r\n",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n",
        "Content-Length: 2" + new string(' ', 100) + "\r\n\r\n",
        "A: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\nE: 1\r\nF: 1\r\nG: 1\r\nH: 1\r\nI: 1\r\n",
        "Content-\rLength: 2\r\n\r\n",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Advance_BrokenFrame_Throws(string frame) => Assert.Throws<IOException>(() => Feed(frame, frame.Length));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Advance_GoodFramesCutAnywhere_CountsThem(int piece)
    {
        string frames = "Content-Length: 2\r\n\r\n{}Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length:1000\r\n\r\n" + new string('\n', 1000)
            + "Content-Length: 1\r\n\r\n7";

        FrameGuard guard = Feed(frames, piece);

        Assert.Equal(3, guard.CompleteFrames);
        Assert.False(guard.IsInsideFrame);
    }

    [Theory]
    [InlineData("C")]
    [InlineData("Content-Length: 2\r\n")]
    [InlineData("Content-Length: 2\r\n\r\n{")]
    public void IsInsideFrame_FrameNotComplete_IsTrue(string part) => Assert.True(Feed(part, 3).IsInsideFrame);

    [Fact]
    public void Advance_EndlessHeaderWithoutLineEnd_ThrowsSoon()
    {
        FrameGuard guard = new(MaximumBody);
        byte[] endless = Encoding.ASCII.GetBytes(new string('a', 1024));

        Assert.Throws<IOException>(() =>
        {
            for (int i = 0; i < 9; i++) guard.Advance(endless);
        });
    }

    [Fact]
    public void MaximumBody_Raised_AllowsLongerFrames()
    {
        FrameGuard guard = new(10) { MaximumBody = 20 };

        guard.Advance("Content-Length: 20\r\n\r\n"u8);

        Assert.Throws<IOException>(() => new FrameGuard(10).Advance("Content-Length: 20\r\n\r\n"u8));
    }

    [Fact]
    public void Advance_RandomlyDamagedFrames_ThrowsOrGoesOn()
    {
        Random random = new(4);
        byte[] good = Encoding.ASCII.GetBytes("Content-Length: 16\r\n\r\n{\"jsonrpc\":2.0 }");
        int refused = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] frame = [.. good];
            for (int flips = random.Next(1, 4); flips > 0; flips--) frame[random.Next(frame.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                new FrameGuard(MaximumBody).Advance(frame.AsSpan(0, random.Next(frame.Length + 1)));
            }
            catch (IOException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1000, 19_000);
    }

    private static FrameGuard Feed(string text, int piece)
    {
        FrameGuard guard = new(MaximumBody);
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        for (int i = 0; i < bytes.Length; i += piece) guard.Advance(bytes.AsSpan(i, Math.Min(piece, bytes.Length - i)));
        return guard;
    }
}
