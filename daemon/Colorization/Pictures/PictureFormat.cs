namespace PdnColorize.Colorization.Pictures;

/// <summary>The file formats that are read; recognised by their first bytes, never by the file's name.</summary>
public enum PictureFormat
{
    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>WebP; the first frame of an animation.</summary>
    WebP,

    /// <summary>GIF; the first frame of an animation.</summary>
    Gif,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>TIFF; the first page.</summary>
    Tiff,
}
