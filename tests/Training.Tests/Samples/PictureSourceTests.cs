using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class PictureSourceTests
{
    [Fact]
    public void MixedPictures_AQuarterFromTheSecond_IsAQuarterOfTheSamples()
    {
        MixedPictures pictures = new(new DrawnPictures(4), new DrawnPictures(30, [.. Enumerable.Repeat(3f, 30)]) { Fingerprint = "base" }, 0.25);
        SampleOrder order = new(pictures, seed: 1, batch: 8);

        int[] drawn = [.. Enumerable.Range(0, 500).SelectMany(step => Enumerable.Range(0, 8).Select(place => order.PictureAt(step, place)))];

        // Each of the eight places has its own part of the weights, so two of them are the second's in every step.
        Assert.Equal(0.25, drawn.Count(index => index >= 4) / 4000.0, tolerance: 0.001);
        Assert.Equal(34, drawn.Distinct().Count());
        Assert.Equal("drawn/2", pictures.Read(6).Key);
        Assert.Equal("drawn+base", pictures.Fingerprint);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(9, 1)]
    [InlineData(40, 4)]
    public void SplitFew_OfSoManyPictures_HoldsATenthBackButAtLeastOne(int count, int heldOut)
    {
        DrawnPictures all = new(count);

        (SubsetPictures training, SubsetPictures validation) = SubsetPictures.SplitFew(all);

        Assert.Equal((count - heldOut, heldOut), (training.Count, validation.Count));
        IEnumerable<string> keys = Enumerable.Range(0, training.Count).Select(i => training.FactsOf(i).Key).Concat(Enumerable.Range(0, heldOut).Select(i => validation.FactsOf(i).Key));
        Assert.Equal(count, keys.Distinct().Count());
    }

    [Fact]
    public void SplitFew_OfOnePicture_IsRefused() =>
        Assert.Contains("too few", Assert.Throws<TrainingException>(() => SubsetPictures.SplitFew(new DrawnPictures(1))).Message, StringComparison.Ordinal);
}
