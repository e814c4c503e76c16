using System.Text.Json;

namespace PdnColorize.Training.Tests.Evaluation;

/// <summary>What scikit-image says; fixtures/make_evaluation.py wrote it.</summary>
internal static class EvaluationFixture
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "evaluation.json"))).RootElement;

    public static double Number(string name) => Root.GetProperty(name).GetDouble();

    public static int[] Numbers(string name) => [.. Root.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];
}
