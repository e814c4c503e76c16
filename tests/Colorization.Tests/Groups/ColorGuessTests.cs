using PdnColorize.Colorization.Groups;

namespace PdnColorize.Colorization.Tests.Groups;

public sealed class ColorGuessTests
{
    private const int White = 0xFFFFFF;
    private const int Peach = 0xE8B8A8;
    private const int Blue = 0xA8CCE8;

    private static readonly int[] Palette = [White, Peach, Blue];

    /// <summary>What the networks painted: a light grey, about as far from each of the colors.</summary>
    private static readonly float[] Grey = [.. Enumerable.Repeat(224f, 12)];
    private static readonly float[] One = [1, 0];
    private static readonly float[] Other = [-1, 0];

    [Fact]
    public void Join_LikeParts_AreOneGroupAndUnlikeOnesAnother()
    {
        List<PartGroup> groups = PartGroup.Join(TestParts.Row([One, Other, One], [200, 200], hinted: [], Odds(1, 1, 1)), [1, 2, 3], Palette.Length);

        Assert.Equal([[1, 3], [2]], groups.Select(group => group.Members));
    }

    [Fact]
    public void Run_LikeliestColorOfEachGroup_IsTaken() => Assert.Equal([Peach, White], Guess([One, Other], Odds(1, 0)));

    [Fact]
    public void Run_TwoGroupsOfNearlyTheSameOdds_GetDifferentColorsButPaperAsOftenAsItIsLikely()
    {
        float[] skin = [-5f, -0.9f, -1.2f];
        Assert.Equal([Peach, Blue], Guess([One, Other], [skin, skin]));

        float[] paper = [-0.9f, -1f, -3f];
        Assert.Equal([White, White], Guess([One, Other], [paper, paper]));
    }

    [Fact]
    public void Run_ColorThatAHintHasTaken_IsLeftToIt()
    {
        ColorGuess guess = new(Palette, 32);
        guess.Take([0xE8, 0xB8, 0xA8], 16);
        float[] skin = [-3f, -0.9f, -1f];

        Assert.Equal([Blue], guess.Run(Groups([One], [skin]), Grey, seed: 0).Select(choice => choice.Color));
    }

    [Fact]
    public void Run_OtherSeeds_GiveOtherColorsAndTheSameOnesAgain()
    {
        float[] open = [-1.1f, -1.1f, -1.1f];
        int[][] guesses = [.. Enumerable.Range(1, 12).Select(seed => Guess([One, Other], [open, open], seed))];

        Assert.True(guesses.Select(guess => (guess[0], guess[1])).Distinct().Count() >= 3);
        Assert.Equal(guesses, Enumerable.Range(1, 12).Select(seed => Guess([One, Other], [open, open], seed)));
    }

    private static int[] Guess(float[][] embeddings, float[][] odds, int seed = 0) =>
        [.. new ColorGuess(Palette, 16 * embeddings.Length).Run(Groups(embeddings, odds), Grey, seed).Select(choice => choice.Color)];

    private static List<PartGroup> Groups(float[][] embeddings, float[][] odds) =>
        PartGroup.Join(TestParts.Row(embeddings, [.. Enumerable.Repeat((byte)200, embeddings.Length - 1)], hinted: [], odds), Enumerable.Range(1, embeddings.Length), Palette.Length);

    /// <summary>Each part surely has the color of that number.</summary>
    private static float[][] Odds(params int[] colors) => [.. colors.Select(color => Enumerable.Range(0, Palette.Length).Select(i => i == color ? -0.1f : -4f).ToArray())];
}
