using PdnColorize.Colorization.Models;
using PdnColorize.Training.FineTuning;

namespace PdnColorize.Training.Export;

/// <summary>What the folder of a fine-tuned model says of the model that it came from: whose pictures are in the weights stays said.</summary>
internal static class FineTunedCard
{
    private const string AttributionFile = "ATTRIBUTION.md";

    /// <summary>The model that a run started from, in a line.</summary>
    public static string Describe(StartModel start)
    {
        ModelManifest model = start.Manifest;
        return $"{model.DisplayName} ({model.Name}, {model.Licence}), SHA-256 of its weights {string.Join(", ", model.Stages.Select(stage => stage.Sha256[..16]))}";
    }

    /// <summary>The card with both attributions.</summary>
    /// <param name="card">What is said of the fine-tuned model.</param>
    /// <param name="start">The model before.</param>
    public static ModelCard Of(ModelCard card, StartModel start)
    {
        Dictionary<string, string> documents = new(card.Documents);
        string own = documents.GetValueOrDefault(card.Attribution, card.Attribution).Trim();
        string before = start.ReadAttribution().Trim();
        string credits = before.Length > 0 ? before : "Its folder credits nobody.";
        documents[AttributionFile] = $"""
            # Attribution of {card.DisplayName}

            {(own.Length > 0 ? own : "Whoever fine-tuned the model credits nobody else.")}

            # The model before: {Describe(start)}

            {card.DisplayName} was fine-tuned from this model, so what follows holds for its weights too.

            {credits}

            """.ReplaceLineEndings("\n");
        return card with { Attribution = AttributionFile, Documents = documents };
    }
}
