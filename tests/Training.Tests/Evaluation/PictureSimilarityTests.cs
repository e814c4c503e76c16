using PdnColorize.Training.Evaluation.Metrics;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class PictureSimilarityTests
{
    private static readonly ScoredPicture First = new(FormulaPictures.First);
    private static readonly ScoredPicture Second = new(FormulaPictures.Second);

    [Fact]
    public void Psnr_TwoPictures_IsScikitImages() => Assert.Equal(EvaluationFixture.Number("psnr"), PictureSimilarity.Psnr(First, Second), 9);

    [Fact]
    public void Psnr_OfThePictureItself_IsCapped() => Assert.Equal(60, PictureSimilarity.Psnr(First, First));

    [Fact]
    public void Ssim_TwoPictures_IsScikitImages() =>
        // Luma is kept in single precision here.
        Assert.Equal(EvaluationFixture.Number("ssim"), StructuralSimilarity.Of(First.Luma, Second.Luma, FormulaPictures.Side), 5);

    [Fact]
    public void Ssim_OfThePictureItself_IsOne() => Assert.Equal(1, StructuralSimilarity.Of(First.Luma, First.Luma, FormulaPictures.Side), 12);

    [Fact]
    public void ColorDifference_TwoPictures_IsScikitImages() =>
        // The two programs' matrices from sRGB differ in the sixth digit.
        Assert.Equal(EvaluationFixture.Number("ciede2000"), PictureSimilarity.ColorDifference(First, Second), 2);

    [Fact]
    public void ScoredPicture_OfTwiceTheSide_IsAveraged()
    {
        byte[] pixels = new byte[512 * 512 * 3];
        // Columns of 0 and 100 in turn.
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (byte)(i / 3 % 2 * 100);

        ScoredPicture scored = new(new Training.Samples.RgbSquare(512, pixels));

        Assert.All(scored.Square.Pixels, value => Assert.Equal(50, value));
    }
}
