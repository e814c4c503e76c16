using System.Security.Cryptography;
using System.Text;

namespace PdnColorize.EndToEnd.Support;

/// <summary>A copy of the bundled model, to be damaged.</summary>
internal sealed class ModelCopy
{
    private ModelCopy(string folder) => Folder = folder;

    public string Folder { get; }

    public string Manifest => Path.Combine(Folder, "model.json");

    public string Weights => Path.Combine(Folder, "stage1.safetensors");

    public static ModelCopy Into(WorkFolder folder)
    {
        ModelCopy model = new(folder.AddFolder("my-model"));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "models", "default")))
            File.Copy(file, Path.Combine(model.Folder, Path.GetFileName(file)));
        return model;
    }

    /// <summary>Cuts the weight file off at a length, or that many bytes before its end.</summary>
    public void Truncate(int length)
    {
        using FileStream file = new(Weights, FileMode.Open);
        file.SetLength(length >= 0 ? length : file.Length + length);
    }

    /// <summary>Changes one bit of one number.</summary>
    public void AlterLastByte()
    {
        using FileStream file = new(Weights, FileMode.Open);
        file.Seek(-1, SeekOrigin.End);
        int last = file.ReadByte();
        file.Seek(-1, SeekOrigin.End);
        file.WriteByte((byte)(last ^ 1));
    }

    /// <summary>Exchanges input and output channels of c0, and enters the new file's hash into model.json: a whole file for another network.</summary>
    public void TransposeFirstLayer()
    {
        byte[] weights = File.ReadAllBytes(Weights);
        string before = Convert.ToHexStringLower(SHA256.HashData(weights));
        Assert.True(Replace(weights, "[16,9,3,3]", "[9,16,3,3]"), "The bundled model has no layer of 16 x 9 x 3 x 3 weights any more.");
        File.WriteAllBytes(Weights, weights);
        string after = Convert.ToHexStringLower(SHA256.HashData(weights));
        File.WriteAllText(Manifest, File.ReadAllText(Manifest).Replace(before, after, StringComparison.Ordinal));
    }

    private static bool Replace(byte[] bytes, string old, string replacement)
    {
        int at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(old));
        if (at < 0) return false;
        Encoding.ASCII.GetBytes(replacement).CopyTo(bytes, at);
        return true;
    }
}
