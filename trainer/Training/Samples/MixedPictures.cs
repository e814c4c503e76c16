using PdnColorize.Datasets;

namespace PdnColorize.Training.Samples;

/// <summary>Two data sets in one, of which the second makes up a given share of the samples.</summary>
internal sealed class MixedPictures : IPictureSource
{
    private readonly IPictureSource _first;
    private readonly IPictureSource _second;
    private readonly double _secondScale;

    /// <param name="first">The pictures that matter.</param>
    /// <param name="second">The pictures beside them.</param>
    /// <param name="secondShare">Share of the samples that come from <paramref name="second"/>, 0 up to, but not, 1.</param>
    public MixedPictures(IPictureSource first, IPictureSource second, double secondShare)
    {
        (_first, _second) = (first, second);
        _secondScale = secondShare / (1 - secondShare) * TotalWeight(first) / Math.Max(float.Epsilon, TotalWeight(second));
    }

    public int Count => _first.Count + _second.Count;

    public string Fingerprint => $"{_first.Fingerprint}+{_second.Fingerprint}";

    public PictureFacts FactsOf(int index)
    {
        if (index < _first.Count) return _first.FactsOf(index);
        PictureFacts facts = _second.FactsOf(index - _first.Count);
        return facts with { Weight = (float)(facts.Weight * _secondScale) };
    }

    public TrainingPair Read(int index) => index < _first.Count ? _first.Read(index) : _second.Read(index - _first.Count);

    private static double TotalWeight(IPictureSource pictures) => Enumerable.Range(0, pictures.Count).Sum(i => (double)pictures.FactsOf(i).Weight);
}
