using OpenCvSharp;
using PdnColorize.Datasets.Building;
using PdnColorize.Datasets.Pictures;
using PdnColorize.Tests.Shared;

namespace PdnColorize.Datasets.Tests.Pictures;

public class FingerprintTests
{
    [Fact]
    public void Hash_FixturePicture_EqualsPythonOpenCv()
    {
        using NumpyArchive archive = new("line-art.npz");
        using Mat picture = archive.Read("picture");
        using Mat expected = archive.Read("hash");
        expected.GetArray(out byte[] bytes);

        Assert.Equal(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes), Fingerprint.Of(picture).Hash);
    }

    [Fact]
    public void IsNear_SavedAgainSmaller_IsNear()
    {
        using Mat picture = TestPictures.Disc(400, 320);
        using Mat smaller = new();
        Cv2.Resize(picture, smaller, new Size(300, 240), interpolation: InterpolationFlags.Area);
        using Mat again = Cv2.ImDecode(smaller.ImEncode(".jpg", [(int)ImwriteFlags.JpegQuality, 60]), ImreadModes.Color);

        Assert.True(Fingerprint.Of(picture).IsNear(Fingerprint.Of(again)));
    }

    [Fact]
    public void IsNear_SameShapesInOtherColors_IsNotNear()
    {
        // The same grey: the hash alone takes them for one picture.
        using Mat one = TestPictures.Disc(color: new Scalar(60, 80, 220));
        using Mat other = TestPictures.Disc(color: new Scalar(220, 130, 85));

        Fingerprint first = Fingerprint.Of(one);
        Fingerprint second = Fingerprint.Of(other);

        Assert.InRange(System.Numerics.BitOperations.PopCount(first.Hash ^ second.Hash), 0, Fingerprint.MaxHashDistance);
        Assert.False(first.IsNear(second));
    }

    [Fact]
    public void Parse_ItsText_IsTheSame()
    {
        using Mat picture = TestPictures.Disc();
        string text = Fingerprint.Of(picture).ToString();

        Assert.Equal(text, Fingerprint.Parse(text).ToString());
        Assert.Throws<FormatException>(() => Fingerprint.Parse(text[..^2]));
    }

    [Fact]
    public void AddOrFind_RandomHashesAndNeighbours_FindsExactlyTheNearOnes()
    {
        Random random = new(4);
        NearDuplicates duplicates = new();
        string colors = new('0', 384);
        for (int i = 0; i < 300; i++)
        {
            ulong hash = (ulong)random.NextInt64();
            Assert.Null(duplicates.AddOrFind($"{i}", Fingerprint.Parse($"{hash:x16}{colors}")));
            Assert.Equal($"{i}", duplicates.AddOrFind("near", Fingerprint.Parse($"{Flip(hash, Fingerprint.MaxHashDistance, random):x16}{colors}")));
        }
    }

    private static ulong Flip(ulong hash, int bits, Random random)
    {
        int[] places = [.. Enumerable.Range(0, 64)];
        random.Shuffle(places);
        return places[..bits].Aggregate(hash, (flipped, place) => flipped ^ (1UL << place));
    }
}
