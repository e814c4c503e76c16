namespace PdnColorize.Datasets;

/// <summary>A picture that was left out, as in <c>rejects.csv</c>.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The measure or the message behind it.</param>
public sealed record RejectedPicture(string Key, RejectReason Reason, string Detail);
