namespace PdnColorize.Colorization.Models;

/// <summary>Channel counts and the sets of planes that the presets ask for.</summary>
public static class InputPlanes
{
    /// <summary>How many channels a plane has.</summary>
    public static int ChannelCount(this InputPlane plane) =>
        plane is InputPlane.Hint or InputPlane.Propagated or InputPlane.Draft ? 3 : 1;

    /// <summary>How many channels a list of planes has together.</summary>
    public static int ChannelCount(this IEnumerable<InputPlane> planes) => planes.Sum(plane => plane.ChannelCount());

    /// <summary>
    /// The planes of a stage in their usual order. Classic: line, hint; then line, draft. Faithful: line, hint, hintMask
    /// and, with propagation, propagated, propagatedConfidence; then the same and draft.
    /// </summary>
    /// <param name="preset">The model's preset.</param>
    /// <param name="stageIndex">0 or 1.</param>
    /// <param name="propagated">Whether the model takes propagated hints. Classic does not.</param>
    public static IReadOnlyList<InputPlane> Expected(ModelPreset preset, int stageIndex, bool propagated)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stageIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stageIndex, 1);
        if (preset == ModelPreset.Classic)
            return stageIndex == 0 ? [InputPlane.Line, InputPlane.Hint] : [InputPlane.Line, InputPlane.Draft];
        var planes = new List<InputPlane> { InputPlane.Line, InputPlane.Hint, InputPlane.HintMask };
        if (propagated)
            planes.AddRange([InputPlane.Propagated, InputPlane.PropagatedConfidence]);
        if (stageIndex == 1)
            planes.Add(InputPlane.Draft);
        return planes;
    }
}
