using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Models;

/// <summary>
/// The folders in which models are looked for: in each, every folder with a model.json is a model, named like the folder.
/// Where two have one name, the earlier root's counts, so that users can shadow the bundled model with their own.
/// </summary>
public sealed class ModelStore
{
    private readonly string[] _roots;

    /// <summary>Creates a store.</summary>
    /// <param name="roots">Folders that hold models' folders, most important first. They need not exist.</param>
    public ModelStore(IEnumerable<string> roots) => _roots = [.. roots.Select(Path.GetFullPath)];

    /// <summary>The roots' full paths, most important first.</summary>
    public IReadOnlyList<string> Roots => _roots;

    private static StringComparer NameComparer =>
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>All models with their manifests, by name. A model with a fault is listed with it; it hides none of the others.</summary>
    public IReadOnlyList<ModelListing> List()
    {
        var listings = new SortedDictionary<string, ModelListing>(NameComparer);
        foreach (var folder in _roots.Where(Directory.Exists).SelectMany(FoldersOf))
        {
            var name = Path.GetFileName(folder);
            if (listings.ContainsKey(name) || !ModelName.IsValid(name) || !File.Exists(Path.Combine(folder, ModelManifest.FileName)))
                continue;
            try
            {
                listings.Add(name, new ModelListing(name, folder, ModelFolder.Open(folder).Manifest, Problem: null));
            }
            catch (ModelException exception)
            {
                listings.Add(name, new ModelListing(name, folder, Manifest: null, exception));
            }
        }

        return [.. listings.Values];
    }

    /// <summary>Finds a model's folder by its name.</summary>
    /// <exception cref="ModelException"><see cref="ModelError.NotFound"/>: no such model, or not a name at all.</exception>
    public string Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!ModelName.IsValid(name))
            throw new ModelException(ModelError.NotFound, $"{MessageText.Quote(name)} is not a model's name; {ModelName.Rule}.");
        foreach (var root in _roots)
        {
            var folder = Path.Combine(root, name);
            if (File.Exists(Path.Combine(folder, ModelManifest.FileName)))
                return folder;
        }

        var names = List().Select(listing => listing.Name).ToList();
        var present = names.Count == 0 ? "There are no models" : $"There are {string.Join(", ", names)}";
        var aFolder = Directory.Exists(name) ? $" To use the folder of that name, write {Path.Combine(".", name)}." : "";
        throw new ModelException(
            ModelError.NotFound,
            $"There is no model {MessageText.Quote(name)}. {present} in {string.Join(", ", _roots)}.{aFolder}");
    }

    /// <summary>
    /// Opens a model that a user gave either by name ("default") or as a folder ("./runs/7/export"). Whatever has a folder
    /// separator in it, or is "." or "..", is a folder; everything else is a name.
    /// </summary>
    /// <exception cref="ModelException">As in <see cref="Find"/> and <see cref="ModelFolder.Open"/>.</exception>
    public ModelFolder Open(string nameOrFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrFolder);
        var isFolder = nameOrFolder is "." or ".."
            || nameOrFolder.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || nameOrFolder.Contains(Path.AltDirectorySeparatorChar, StringComparison.Ordinal)
            || Path.IsPathRooted(nameOrFolder);
        return ModelFolder.Open(isFolder ? nameOrFolder : Find(nameOrFolder));
    }

    private static IEnumerable<string> FoldersOf(string root)
    {
        try
        {
            return Directory.GetDirectories(root);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A root that may not be listed must not hide the others' models.
            return [];
        }
    }
}
