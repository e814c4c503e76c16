using PdnColorize.Datasets;

namespace PdnColorize.Training.Samples;

/// <summary>Which picture stands where in training: a pure function of seed and step, so that a resumed run goes on exactly where it stopped.</summary>
internal sealed class SampleOrder
{
    private const long Purpose = 0x6F72646572;
    private readonly double[] _upTo;
    private readonly long _seed;
    private readonly int _batch;

    /// <param name="pictures">The pictures; each is as likely as its weight says.</param>
    /// <param name="seed">Decides the order.</param>
    /// <param name="batch">Pictures in a step.</param>
    /// <param name="leastShortSide">Smaller pictures are not used, unless all are.</param>
    public SampleOrder(IPictureSource pictures, long seed, int batch, int leastShortSide = 0)
    {
        _seed = seed;
        _batch = batch;
        _upTo = Cumulate(pictures, leastShortSide);
        if (_upTo[^1] <= 0) _upTo = Cumulate(pictures, 0);
    }

    /// <summary>The picture at a place of a step's batch.</summary>
    /// <remarks>
    /// Each place draws from its own share of the data set: every picture is as likely as by drawing from the whole, but a batch never
    /// has all of its pictures from one source.
    /// </remarks>
    public int PictureAt(long step, int place)
    {
        double at = (place + SampleRandom.For(_seed, Purpose, (step * _batch) + place).NextDouble()) / _batch * _upTo[^1];
        int found = Array.BinarySearch(_upTo, at);
        // The first sum above the mark; pictures of weight 0 have no sum above the one before.
        int index = found >= 0 ? found + 1 : ~found;
        while (index < _upTo.Length - 1 && _upTo[index] <= at) index++;
        return Math.Min(index, _upTo.Length - 1);
    }

    private static double[] Cumulate(IPictureSource pictures, int leastShortSide)
    {
        double[] sums = new double[pictures.Count];
        double sum = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            PictureFacts facts = pictures.FactsOf(i);
            if (Math.Min(facts.Width, facts.Height) >= leastShortSide) sum += facts.Weight;
            sums[i] = sum;
        }

        return sums;
    }
}
