using System.Globalization;
using OpenCvSharp;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Reports.Sheets;

/// <summary>The sheets of a run as files: <c>samples/stage1/step-000500.png</c> and so on.</summary>
/// <param name="folder">The run folder's folder for them.</param>
internal sealed class SheetFolder(string folder)
{
    /// <summary>Sheets of a stage that the report shows.</summary>
    public const int MostShown = 12;

    /// <summary>Sheets of a stage that are kept as files; each has about half a megabyte.</summary>
    private const int MostKept = 100;

    private const string Prefix = "step-";

    /// <summary>WebP of this quality shows no blocks on flat colours at a tenth of PNG's size.</summary>
    private const int Quality = 85;

    private readonly Dictionary<(int Stage, long Step), SheetPicture> _encoded = [];

    /// <summary>Adds the sheet of a validation; an older one may go for it.</summary>
    public void Add(int stage, long step, IReadOnlyList<ColoredSample> samples)
    {
        Directory.CreateDirectory(FolderOf(stage));
        string path = PathOf(stage, step);
        string temporary = path + ".tmp";
        File.WriteAllBytes(temporary, SampleSheet.Draw(samples));
        File.Move(temporary, path, overwrite: true);
        _encoded.Remove((stage, step));
        long[] all = StepsOf(stage);
        foreach (long dropped in all.Except(Thinning.Keep(all, MostKept))) File.Delete(PathOf(stage, dropped));
    }

    /// <summary>Removes the sheets that a resumed stage will draw again.</summary>
    public void Forget(int stage, long afterStep)
    {
        foreach (long step in StepsOf(stage).Where(step => step > afterStep)) File.Delete(PathOf(stage, step));
        _encoded.Clear();
    }

    /// <summary>The steps with a sheet, ascending.</summary>
    public long[] StepsOf(int stage) => !Directory.Exists(FolderOf(stage)) ? [] :
    [
        .. Directory.GetFiles(FolderOf(stage), Prefix + "*.png")
            .Select(path => long.TryParse(Path.GetFileNameWithoutExtension(path)[Prefix.Length..], CultureInfo.InvariantCulture, out long step) ? step : -1)
            .Where(step => step >= 0)
            .Order(),
    ];

    /// <summary>The sheets to show, ascending by step; one that cannot be read is left out.</summary>
    public IReadOnlyList<SheetPicture> Shown(int stage)
    {
        List<SheetPicture> shown = [];
        foreach (long step in Thinning.Keep(StepsOf(stage), MostShown))
        {
            if (!_encoded.ContainsKey((stage, step)) && Encode(stage, step) is { } picture) _encoded[(stage, step)] = picture;
            if (_encoded.TryGetValue((stage, step), out SheetPicture? encoded)) shown.Add(encoded);
        }

        return shown;
    }

    /// <summary>The sheet without the strip that names the columns, small enough for the report.</summary>
    private SheetPicture? Encode(int stage, long step)
    {
        byte[] png = File.ReadAllBytes(PathOf(stage, step));
        if (png.Length == 0) return null;
        using Mat sheet = Cv2.ImDecode(png, ImreadModes.Color);
        if (sheet.Empty() || sheet.Height <= SheetLayout.CaptionHeight) return null;
        using Mat pictures = sheet.SubMat(SheetLayout.CaptionHeight, sheet.Height, 0, sheet.Width);
        byte[] webP = pictures.ImEncode(".webp", new ImageEncodingParam(ImwriteFlags.WebPQuality, Quality));
        return new SheetPicture(step, pictures.Width, pictures.Height, webP);
    }

    private string FolderOf(int stage) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"stage{stage}"));

    private string PathOf(int stage, long step) => Path.Combine(FolderOf(stage), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D6}.png"));
}
