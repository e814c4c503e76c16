using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class SampleOrderTests
{
    [Fact]
    public void PictureAt_ManySteps_FollowsTheWeights()
    {
        SampleOrder order = new(new DrawnPictures(4, [1, 0, 2, 5]), seed: 1, batch: 4);
        int[] counts = new int[4];

        for (int step = 0; step < 5000; step++)
            for (int place = 0; place < 4; place++) counts[order.PictureAt(step, place)]++;

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0] / 20000.0, 0.115, 0.135);
        Assert.InRange(counts[2] / 20000.0, 0.24, 0.26);
        Assert.InRange(counts[3] / 20000.0, 0.615, 0.635);
    }

    [Fact]
    public void PictureAt_SameSeed_IsTheSameInAnyOrder()
    {
        SampleOrder one = new(new DrawnPictures(20), seed: 5, batch: 8);
        SampleOrder other = new(new DrawnPictures(20), seed: 5, batch: 8);
        (int Step, int Place)[] places = [.. from step in Enumerable.Range(0, 50) from place in Enumerable.Range(0, 8) select (step, place)];

        int[] forward = [.. places.Select(place => one.PictureAt(place.Step, place.Place))];
        int[] backward = [.. places.Reverse().Select(place => other.PictureAt(place.Step, place.Place)).Reverse()];

        Assert.Equal(forward, backward);
        Assert.NotEqual(forward[..8], forward[8..16]);
    }

    [Fact]
    public void PictureAt_SmallPicturesExcluded_TakesThemOnlyIfThereAreNoOthers()
    {
        // All drawn pictures are of one size: too small leaves none, so all are used.
        SampleOrder order = new(new DrawnPictures(3), seed: 1, batch: 3, leastShortSide: DrawnPictures.Side + 1);

        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(place => order.PictureAt(0, place)));
    }
}
