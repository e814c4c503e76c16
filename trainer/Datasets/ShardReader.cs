using System.Collections.Concurrent;
using OpenCvSharp;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets;

/// <summary>Reads the pictures of a data set. Safe for use from several threads at once.</summary>
public sealed class ShardReader
{
    private readonly string _folder;
    private readonly int[] _firstPicture;
    private readonly ConcurrentDictionary<int, ShardContents> _contents = new();

    private ShardReader(string folder, ShardIndex index)
    {
        _folder = folder;
        Index = index;
        _firstPicture = new int[index.Shards.Count + 1];
        for (int shard = 0; shard < index.Shards.Count; shard++)
            _firstPicture[shard + 1] = _firstPicture[shard] + index.Shards[shard].Count;
    }

    /// <summary>What the data set holds and what it was made from.</summary>
    public ShardIndex Index { get; }

    /// <summary>Pictures in the data set.</summary>
    public int Count => Index.Count;

    /// <summary>Tar files of the data set.</summary>
    public int ShardCount => Index.Shards.Count;

    /// <summary>Opens a data set; the tar files are opened only when they are read.</summary>
    /// <exception cref="DatasetException">The folder holds no finished data set.</exception>
    public static ShardReader Open(string folder) => new(folder, ShardIndex.Read(folder));

    /// <summary>The pictures of one shard, in the order in which they are stored, decoded one by one.</summary>
    /// <param name="shard">0 to <see cref="ShardCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shard.</exception>
    /// <exception cref="DatasetException">The shard is missing or damaged.</exception>
    public IEnumerable<TrainingPair> Read(int shard)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, ShardCount);
        return ReadShard(shard);
    }

    /// <summary>One picture. Costs one look at the list of the shard's members and one read; the list is kept after the first time.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1, counted through all shards.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    /// <exception cref="DatasetException">The shard is missing or damaged.</exception>
    public TrainingPair ReadAt(int index)
    {
        return Decode(ReadStoredAt(index));
    }

    /// <summary>What is known of a picture without decoding it: its key, group and weight. Cheap enough to ask for all when training starts.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1, counted through all shards.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    /// <exception cref="DatasetException">The shard is missing or damaged.</exception>
    public PictureFacts ReadFacts(int index)
    {
        SampleFacts facts = ReadStoredFacts(index);
        return new PictureFacts(facts.Key, facts.Group, facts.Weight, facts.Width, facts.Height);
    }

    internal SampleFacts ReadStoredFacts(int index)
    {
        (ShardContents contents, int place) = Locate(index);
        return contents.ReadFacts(place);
    }

    internal StoredSample ReadStoredAt(int index)
    {
        (ShardContents contents, int place) = Locate(index);
        return contents.Read(place);
    }

    internal IEnumerable<StoredSample> ReadStored(int shard)
    {
        ShardContents contents = Contents(shard);
        for (int place = 0; place < contents.Count; place++)
            yield return contents.Read(place);
    }

    private IEnumerable<TrainingPair> ReadShard(int shard)
    {
        foreach (StoredSample sample in ReadStored(shard))
            yield return Decode(sample);
    }

    private (ShardContents Contents, int Place) Locate(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        int found = Array.BinarySearch(_firstPicture, index);
        int shard = found >= 0 ? found : ~found - 1;
        return (Contents(shard), index - _firstPicture[shard]);
    }

    private ShardContents Contents(int shard) => _contents.GetOrAdd(shard, number =>
    {
        ShardInfo info = Index.Shards[number];
        ShardContents contents = ShardContents.Open(Path.Combine(_folder, info.File), Index.LineVariants);
        return contents.Count == info.Count
            ? contents
            : throw new DatasetException($"'{info.File}' has {contents.Count} pictures, not the {info.Count} of the index. Build the data set again.");
    });

    private static TrainingPair Decode(StoredSample sample)
    {
        SampleFacts facts = sample.Facts;
        byte[] color = DecodePixels(sample.ColorPng, ImreadModes.Color, facts);
        LineArtVariant[] lines = new LineArtVariant[sample.LinePngs.Count];
        for (int i = 0; i < lines.Length; i++)
            lines[i] = new LineArtVariant(facts.Extractors[i], DecodePixels(sample.LinePngs[i], ImreadModes.Grayscale, facts));
        return new TrainingPair(facts.Key, facts.Group, facts.Weight, facts.Width, facts.Height, color, lines);
    }

    private static byte[] DecodePixels(byte[] png, ImreadModes mode, SampleFacts facts)
    {
        using Mat decoded = Cv2.ImDecode(png, mode);
        if (decoded.Width != facts.Width || decoded.Height != facts.Height)
            throw new DatasetException($"The picture '{facts.Key}' is damaged in its shard. Build the data set again.");

        if (mode == ImreadModes.Grayscale)
        {
            byte[] grey = new byte[facts.Width * facts.Height];
            using Mat target = Mat.FromPixelData(facts.Height, facts.Width, MatType.CV_8UC1, grey);
            decoded.CopyTo(target);
            return grey;
        }

        byte[] rgb = new byte[facts.Width * facts.Height * 3];
        using Mat colors = Mat.FromPixelData(facts.Height, facts.Width, MatType.CV_8UC3, rgb);
        Cv2.CvtColor(decoded, colors, ColorConversionCodes.BGR2RGB);
        return rgb;
    }
}
