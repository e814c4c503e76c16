using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class HintSimulatorTests
{
    private const int Side = 128;
    private const int Red = 0xC02010;
    private const int Blue = 0x1030D0;

    /// <summary>Left half red, right half blue, a black line of three pixels between them.</summary>
    private static readonly RgbSquare Halves = new(Side, [.. Enumerable.Range(0, Side * Side).SelectMany(i => i % Side < Side / 2 ? new byte[] { 0xC0, 0x20, 0x10 } : [0x10, 0x30, 0xD0])]);

    private static readonly Plane<byte> Lines = new(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(i => Math.Abs((i % Side) - (Side / 2)) <= 1 ? (byte)0 : byte.MaxValue)]);

    [Fact]
    public void Paint_DotsStrokesAndScribbles_StayInTheAreaWhoseColorTheyHave()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            HintSet hints = HintSimulator.Paint(Lines, Halves, new HintAmount(5), new SampleRandom((ulong)seed));

            Assert.InRange(hints.GroupCount, 1, 5);
            Assert.All(hints.Positions.Zip(hints.Colors), hint => Assert.Equal(hint.First % Side < Side / 2 ? Red : Blue, hint.Second));
        }
    }

    [Fact]
    public void Paint_ManySeeds_GivesDotsAndLongStrokes()
    {
        int[] extents = [.. Enumerable.Range(0, 200).Select(seed =>
        {
            HintSet hint = HintSimulator.Paint(Lines, Halves, new HintAmount(1), new SampleRandom((ulong)seed));
            return hint.Positions.Max(p => p % Side) - hint.Positions.Min(p => p % Side) + hint.Positions.Max(p => p / Side) - hint.Positions.Min(p => p / Side);
        })];

        // Half are dots of at most five pixels; strokes and scribbles go further.
        Assert.InRange(extents.Count(extent => extent <= 10), 80, 150);
        Assert.InRange(extents.Count(extent => extent > 20), 30, 110);
    }

    [Fact]
    public void Paint_SameSeed_GivesTheSameHints()
    {
        HintSet one = HintSimulator.Paint(Lines, Halves, new HintAmount(8), new SampleRandom(3));
        HintSet other = HintSimulator.Paint(Lines, Halves, new HintAmount(8), new SampleRandom(3));

        Assert.Equal(one.Positions, other.Positions);
        Assert.Equal(one.Colors, other.Colors);
    }

    [Fact]
    public void Paint_Densely_CoversThatShareOfThePaperAndNoLine()
    {
        HintSet hints = HintSimulator.Paint(Lines, Halves, new HintAmount(0, DenseShare: 0.5), new SampleRandom(1));

        Assert.InRange(hints.Count / (double)(Side * (Side - 3)), 0.48, 0.52);
        Assert.All(hints.Positions, position => Assert.Equal(255, Lines.Data[position]));
    }

    [Fact]
    public void HintAmount_ManyDraws_HasTheSharesOfTheConfiguration()
    {
        SampleRandom random = new(9);
        HintAmount[] amounts = [.. Enumerable.Range(0, 20000).Select(_ => HintAmount.Draw(new TrainConfig(), random))];

        Assert.InRange(amounts.Count(amount => amount.IsNone) / 20000.0, 0.44, 0.46);
        Assert.InRange(amounts.Count(amount => amount.DenseShare > 0) / 20000.0, 0.007, 0.013);
        Assert.InRange(amounts.Count(amount => amount.Count > 32) / 20000.0, 0.04, 0.09);
        Assert.Equal(1, amounts.Where(amount => amount.Count > 0).Min(amount => amount.Count));
    }
}
