using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Hints;

public sealed class HintFloodTests
{
    /// <summary>The bundled model's numbers.</summary>
    private static readonly HintPropagation Options = new()
    {
        DistanceCap = 4,
        LineWeight = 3,
        PaperThreshold = 150,
        ConfidenceSlope = 3,
        ConfidenceCenter = 0.3,
    };

    [Fact]
    public void Run_ConfidenceAtTheHint_IsOne()
    {
        PropagatedHints result = Flood();

        Assert.Equal(1, result.Confidence[5, 10], 6);
    }

    [Fact]
    public void Run_BehindALine_TheConfidenceIsThatOfBlackInk()
    {
        PropagatedHints result = Flood();

        // Fully open paper has priority -1, black ink 0 + 3: worst is 3 behind the wall and at most 0 (beside it) before it.
        Assert.Equal(1 / (1 + Math.Exp(3 * (3 - 0.3))), result.Confidence[30, 10], 5);
        Assert.InRange(result.Confidence[12, 10], 1 / (1 + Math.Exp(3 * (0 - 0.3))), 1);
        Assert.Equal(1, result.Groups[30, 10]);
    }

    [Fact]
    public void Run_SameConfidenceAlongAnOpenWay_IsTheWorstPlaceOnIt()
    {
        PropagatedHints result = Flood();

        // Four pixels and more from ink: priority -1 all the way.
        Assert.Equal(1 / (1 + Math.Exp(3 * (-1 - 0.3))), result.Confidence[8, 10], 5);
    }

    [Fact]
    public void Run_Scale_StretchesTheDistanceCap()
    {
        Plane<byte> lines = Wall();
        Plane<int> seeds = new(40, 20);
        seeds[5, 10] = 1;

        PropagatedHints near = new HintFlood(Options, scale: 1).Run(lines, seeds);
        PropagatedHints far = new HintFlood(Options, scale: 4).Run(lines, seeds);

        Assert.True(far.Confidence[8, 10] < near.Confidence[8, 10]);
    }

    [Fact]
    public void Run_LearnedBorders_TakeTheLinesPlace()
    {
        // A border where nothing is drawn, and none at the wall.
        Plane<byte> borders = new(40, 20);
        for (int y = 0; y < 20; y++) borders[12, y] = 255;
        Plane<int> seeds = new(40, 20);
        seeds[5, 10] = 1;

        PropagatedHints result = new HintFlood(Options, scale: 1).Run(Wall(), seeds, borders);

        Assert.Equal(1 / (1 + Math.Exp(3 * (-1 - 0.3))), result.Confidence[7, 10], 5);
        Assert.InRange(result.Confidence[15, 10], 0, 0.001);
        Assert.Equal(result.Confidence[15, 10], result.Confidence[30, 10]);
    }

    [Fact]
    public void Run_WeakerBorder_LeavesMoreConfidence()
    {
        float[] behind = [.. new byte[] { 0, 60, 120, 180, 255 }.Select(Behind)];

        Assert.Equal(behind.OrderDescending(), behind);
        Assert.Equal(behind.Length, behind.Distinct().Count());

        static float Behind(byte strength)
        {
            Plane<byte> borders = new(40, 20);
            for (int y = 0; y < 20; y++) borders[20, y] = strength;
            Plane<int> seeds = new(40, 20);
            seeds[5, 10] = 1;
            return new HintFlood(Options, scale: 1).Run(Wall(), seeds, borders).Confidence[35, 10];
        }
    }

    private static PropagatedHints Flood()
    {
        Plane<int> seeds = new(40, 20);
        seeds[5, 10] = 1;
        return new HintFlood(Options, scale: 1).Run(Wall(), seeds);
    }

    /// <summary>White paper with a black wall from top to bottom at x = 20.</summary>
    private static Plane<byte> Wall()
    {
        Plane<byte> lines = new(40, 20);
        Array.Fill(lines.Data, (byte)255);
        for (int y = 0; y < 20; y++) lines[20, y] = 0;
        return lines;
    }
}
