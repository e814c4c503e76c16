namespace OpenCvSharp;

/// <summary>Ends an iteration after so many rounds, or when it moves by less than <paramref name="Epsilon"/>.</summary>
public record struct TermCriteria(CriteriaTypes Type, int MaxCount, double Epsilon)
{
    public CriteriaTypes Type = Type;
    public int MaxCount = MaxCount;
    public double Epsilon = Epsilon;

    public static TermCriteria Both(int maxCount, double epsilon) => new(CriteriaTypes.Count | CriteriaTypes.Eps, maxCount, epsilon);
}
