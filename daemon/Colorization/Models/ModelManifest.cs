using System.Collections.Immutable;

namespace PdnColorize.Colorization.Models;

/// <summary>What model.json says about a model. Always written whole; unknown properties are ignored when read.</summary>
public sealed record ModelManifest
{
    /// <summary>The file's name in a model's folder.</summary>
    public const string FileName = "model.json";

    /// <summary>The version of the layout that this program writes, and the latest that it reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Bytes that a model.json may have: 1 MiB.</summary>
    public const int MaximumBytes = 1 << 20;

    /// <summary>Widths of lines where a model.json says nothing.</summary>
    public static ValueRange UsualLineWidths { get; } = new(0.8f, 2.5f);

    /// <summary>The model's name; see <see cref="ModelName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The name to show, 1 to 200 characters.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One or two sentences about the model, at most 4000 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>The recipe by which the model was trained.</summary>
    public required ModelPreset Preset { get; init; }

    /// <summary>The colour space of hints and result.</summary>
    public required ModelColorSpace ColorSpace { get; init; }

    /// <summary>The range of the colour channels, in and out.</summary>
    public required ValueRange ValueRange { get; init; }

    /// <summary>The range of the line art.</summary>
    public required ValueRange LineRange { get; init; }

    /// <summary>
    /// Between which widths the lines are brought before the networks see them, in pixels of a short side of 128; 0.8 to 2.5 where the file does not say. The narrower,
    /// the less it matters how thick somebody draws.
    /// </summary>
    public ValueRange LineWidths { get; init; } = UsualLineWidths;

    /// <summary>The weights' licence as an SPDX expression.</summary>
    public required string Licence { get; init; }

    /// <summary>Whom the licence asks to credit: a file beside model.json, or a text of at most 4000 characters.</summary>
    public string Attribution { get; init; } = "";

    /// <summary>How the model wants its hints.</summary>
    public required HintSettings Hints { get; init; }

    /// <summary>The network that finds where colours end; null for a model that goes by the lines alone.</summary>
    public ReadingManifest? Reading { get; init; }

    /// <summary>All networks: the stages, and the one that reads drawings if there is one.</summary>
    public IEnumerable<NetworkManifest> Networks => Reading is { } reading ? [.. Stages, reading] : Stages;

    /// <summary>One or two stages.</summary>
    public required IReadOnlyList<StageManifest> Stages { get; init; }

    /// <summary>
    /// How the model was trained, for people: pictures, hours, data, date and what else the trainer noted. In the file a
    /// value may be any JSON; here it is its text.
    /// </summary>
    public IReadOnlyDictionary<string, string> Training { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads and checks a manifest.</summary>
    /// <param name="utf8">The contents of model.json; a byte order mark is allowed.</param>
    /// <param name="source">The file's path, for messages.</param>
    /// <exception cref="ModelException">
    /// <see cref="ModelError.ManifestInvalid"/> or <see cref="ModelError.VersionTooNew"/>; the message names the property.
    /// </exception>
    public static ModelManifest Parse(ReadOnlyMemory<byte> utf8, string source)
    {
        var manifest = ManifestReader.Read(utf8, source);
        ManifestRules.Check(manifest, source);
        return manifest;
    }

    /// <summary>
    /// The manifest as the contents of model.json, indented, ending with a line end; the same manifest gives the same
    /// bytes.
    /// </summary>
    public byte[] ToUtf8Json() => ManifestWriter.Write(this);
}
