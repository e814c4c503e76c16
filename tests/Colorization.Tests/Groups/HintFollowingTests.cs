using PdnColorize.Colorization.Groups;

namespace PdnColorize.Colorization.Tests.Groups;

public sealed class HintFollowingTests
{
    private static readonly float[] Hair = [1, 0];
    private static readonly float[] Skin = [-1, 0];

    /// <summary>Cosine 1/3 with <see cref="Hair"/>: the embeddings do not tell.</summary>
    private static readonly float[] Unknown = [1 / 3f, 0.942809f];

    [Fact]
    public void Run_PartLikeAHintedOneBehindAnother_FollowsItAndTheOneBetweenDoesNot()
    {
        PartTraits traits = TestParts.Row([Hair, Skin, Hair], [200, 200], hinted: [1]);

        Assert.Equal([0, 0, 0, 1], HintFollowing.Run(traits));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(240, 0)]
    public void Run_EmbeddingsDoNotTell_TheBorderDecides(byte border, int followed) =>
        Assert.Equal([0, 0, followed], HintFollowing.Run(TestParts.Row([Hair, Unknown], [border], hinted: [1])));

    [Fact]
    public void Run_TwoHints_TheLikerOneIsFollowed()
    {
        PartTraits traits = TestParts.Row([Hair, Hair, Skin, Skin], [120, 120, 120], hinted: [1, 4]);

        Assert.Equal([0, 0, 1, 4, 0], HintFollowing.Run(traits));
    }

    [Fact]
    public void Run_BehindAWeakAndAStrongBorder_TheStrongOneCounts()
    {
        PartTraits traits = TestParts.Row([Hair, Unknown, Unknown], [20, 240], hinted: [1]);

        Assert.Equal([0, 0, 1, 0], HintFollowing.Run(traits));
    }
}
