using PdnColorize.Effect.Messages;
using PdnColorize.Effect.Result;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Effect.Layers;

/// <summary>Decides which layer is what, from the user's choices and the document.</summary>
/// <param name="document">The document.</param>
/// <param name="hintWords">What layers with hints are called.</param>
/// <param name="ownWork">What the effect wrote before: on the active layer it is no lines, even if it looks like them.</param>
internal sealed class LayerChoice(IDocument document, IReadOnlyList<string> hintWords, OwnWork ownWork)
{
    /// <summary>Line art: the layers that look like it.</summary>
    public const string Automatic = "automatic";

    /// <summary>Line art: the active layer; as <see cref="Automatic"/> when that is blank, as a new layer for the colours is, or holds the effect's own colours.</summary>
    public const string Active = "active";

    /// <summary>Line art: everything that is shown, but neither the hints nor the layer that the colours go to.</summary>
    public const string Visible = "visible";

    /// <summary>Hints: none.</summary>
    public const string None = "none";

    private readonly string[] _values = LayerValues.Of([.. document.Layers.Select(layer => layer.Name)]);
    private readonly Dictionary<int, bool> _lines = [];
    private readonly Dictionary<int, bool> _blank = [];
    private bool? _isOwnWork;

    /// <summary>Decides.</summary>
    /// <param name="lineArt">The user's choice for the lines.</param>
    /// <param name="hints">The user's choice for the hints: <see cref="Automatic"/>, <see cref="None"/> or a layer.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="EffectException">A layer is missing, or two of its purposes exclude each other.</exception>
    /// <exception cref="DaemonException">NoLineArt: every layer that could hold lines is blank.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public LayerRoles Decide(string lineArt, string hints, CancellationToken cancellationToken)
    {
        int? named = lineArt is Automatic or Active or Visible ? null : Find(lineArt);
        int? hintLayer = hints switch
        {
            None => null,
            Automatic => HintLayerNames.Find(document.Layers, hintWords, except: named),
            _ => Find(hints),
        };
        if (hintLayer is { } both && both == named) throw new EffectException("error.sameLayer", ("layer", document.Layers[both].Name));
        // The commonest slip of all: whoever has just painted hints has their layer active, and would lose them.
        if (hintLayer is { } lost && lost == document.ActiveLayer) throw new EffectException("error.activeIsHints", ("layer", document.Layers[lost].Name));

        if (named is { } single) return new LayerRoles([single], IsComposed: false, hintLayer);
        if (lineArt == Active && !IsBlank(document.ActiveLayer) && !IsOwnWork()) return new LayerRoles([document.ActiveLayer], IsComposed: false, hintLayer);
        int[] shown = [.. Enumerable.Range(0, document.Layers.Count).Where(i => document.Layers[i].Visible && document.Layers[i].Opacity > 0 && i != hintLayer)];
        int[] found = lineArt == Visible ? WithoutTarget(shown) : [.. shown.Where(LooksLikeLines)];
        // Heavy blacks, screen tones, a photographed sketch: no layer looks like mere lines.
        if (found.Length == 0) found = WithoutTarget(shown);
        if (found.All(IsBlank)) throw new DaemonException(DaemonErrorCode.NoLineArt);
        return new LayerRoles(found, IsComposed: true, hintLayer);

        bool IsBlank(int i) => Remember(_blank, i, layer => LayerContent.IsBlank(layer, cancellationToken));

        bool LooksLikeLines(int i) =>
            !IsBlank(i) && Remember(_lines, i, layer => LineArtRecognition.LooksLikeLines(layer, cancellationToken) && !(i == document.ActiveLayer && IsOwnWork()));

        bool IsOwnWork() => _isOwnWork ??= ownWork.Covers(document.Layers[document.ActiveLayer], cancellationToken);

        // What the active layer holds is what an earlier run left there, unless it is lines or there is nothing else.
        int[] WithoutTarget(int[] candidates)
        {
            int[] others = [.. candidates.Where(i => i != document.ActiveLayer)];
            return others.All(IsBlank) || (candidates.Contains(document.ActiveLayer) && LooksLikeLines(document.ActiveLayer)) ? candidates : others;
        }
    }

    private bool Remember(Dictionary<int, bool> answers, int i, Func<ILayer, bool> look)
    {
        if (!answers.TryGetValue(i, out bool answer)) answers[i] = answer = look(document.Layers[i]);
        return answer;
    }

    private int Find(string value)
    {
        int index = Array.IndexOf(_values, value);
        return index >= 0 ? index : throw new EffectException("error.layerMissing", ("layer", LayerValues.NameIn(value)));
    }
}
