using PdnColorize.Colorization.Pictures;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Batch;

/// <summary>Works out from the command line which files are coloured, with which hints, and where the results go.</summary>
internal static class BatchPlan
{
    private static readonly StringComparer PathComparer =
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Plans the work.</summary>
    /// <param name="inputs">Files, or one folder.</param>
    /// <param name="hints">A hint layer for one picture, a folder with files of the same names for several, or null.</param>
    /// <param name="output">A file for one picture; a folder for several.</param>
    /// <param name="guesses">How many guesses are made of each; null for one under the output's own name.</param>
    /// <exception cref="UsageException">These do not go together; nothing has been read or written yet.</exception>
    public static IReadOnlyList<PictureJob> Create(IReadOnlyList<string> inputs, string? hints, string output, int? guesses = null)
    {
        bool isFolder = inputs.Count == 1 && Directory.Exists(inputs[0]);
        if (!isFolder && inputs.FirstOrDefault(Directory.Exists) is { } folder)
            throw new UsageException($"'{folder}' is a folder. Give either files or one folder.");

        IReadOnlyList<string> files = isFolder ? DrawingsIn(inputs[0]) : inputs;
        bool several = isFolder || files.Count > 1;
        if (several && !Directory.Exists(output))
            throw new UsageException($"With several pictures, -o must be an existing folder; there is no folder '{output}'. Create it first.");
        if (several && hints is not null && !Directory.Exists(hints))
            throw new UsageException($"With several pictures, --hints must be an existing folder that holds files of the same names; there is no folder '{hints}'.");

        List<PictureJob> jobs = [.. files.Select(file => new PictureJob(file, HintFiles.For(file, hints), OutputFor(file, output), guesses))];
        Check(jobs);
        return jobs;
    }

    private static List<string> DrawingsIn(string folder)
    {
        try
        {
            List<string> files =
            [
                .. Directory.EnumerateFiles(folder)
                    .Where(file => PictureFile.ReadableExtensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
                    .Where(file => !HintFiles.IsHintFile(file))
                    .Order(StringComparer.Ordinal),
            ];
            return files.Count > 0
                ? files
                : throw new UsageException($"There are no pictures in '{folder}' ({string.Join(", ", PictureFile.ReadableExtensions)}).");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{folder}' cannot be read: {e.Message}", e);
        }
    }

    private static string OutputFor(string input, string output) =>
        Directory.Exists(output) ? Path.Combine(output, Path.GetFileNameWithoutExtension(input) + ".png") : output;

    private static void Check(List<PictureJob> jobs)
    {
        HashSet<string> protectedFiles = new(PathComparer);
        foreach (PictureJob job in jobs)
        {
            protectedFiles.Add(RealPath.Of(job.Input));
            if (job.Hints is not null) protectedFiles.Add(RealPath.Of(job.Hints));
        }

        Dictionary<string, string> outputs = new(PathComparer);
        foreach (PictureJob job in jobs)
        {
            foreach (string output in job.Sheet is { } sheet ? job.Results.Append(sheet) : job.Results)
            {
                string full = RealPath.Of(output);
                if (protectedFiles.Contains(full))
                    throw new UsageException($"The output '{output}' is also an input. Choose another name, so that the drawing is not lost.");
                if (!outputs.TryAdd(full, job.Input))
                    throw new UsageException($"'{outputs[full]}' and '{job.Input}' would both be written to '{output}'. Rename one of them.");
            }

            if (Path.EndsInDirectorySeparator(job.Output))
                throw new UsageException($"There is no folder '{job.Output}' for the output. Create it first.");
            if (!PictureFile.IsWritable(job.Output))
                throw new UsageException($"The output '{job.Output}' must end in .png, .jpg, .webp, .bmp or .tif.");
        }

        // Where a link is replaced by its result, it is the link's folder that counts.
        IEnumerable<string> folders = jobs.Select(job => Path.GetDirectoryName(Path.GetFullPath(job.Output))!).Distinct(PathComparer);
        foreach (string folder in folders) OutputFolder.Check(folder);
    }
}
