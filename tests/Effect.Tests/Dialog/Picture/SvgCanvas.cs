using System.Globalization;
using System.Security;
using System.Text;

namespace PdnColorize.Effect.Tests.Dialog.Picture;

/// <summary>Writes the few shapes that a dialog is made of.</summary>
internal sealed class SvgCanvas
{
    public const string TextColor = "#1b1b1b";
    public const string Grey = "#8a8a8a";
    public const string Accent = "#0067c0";

    private readonly StringBuilder _shapes = new();

    public void Rectangle(double x, double y, double width, double height, string fill, string? border = null, double radius = 4) => Add(
        $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"{fill}\"{(border is null ? "" : $" stroke=\"{border}\"")}/>");

    public void Line(double x, double y, double toX, double toY, string color, double width = 1) => Add(
        $"<path d=\"M{x} {y}L{toX} {toY}\" stroke=\"{color}\" stroke-width=\"{width}\" stroke-linecap=\"round\"/>");

    public void Circle(double x, double y, double radius, string fill, string? border = null) => Add(
        $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"{(border is null ? "" : $" stroke=\"{border}\"")}/>");

    /// <summary>The small arrow of a list.</summary>
    public void Chevron(double x, double y) => Add($"<path d=\"M{x - 4} {y - 2}L{x} {y + 2}L{x + 4} {y - 2}\" fill=\"none\" stroke=\"{Grey}\" stroke-width=\"1.3\"/>");

    /// <summary>Text; with a ground it covers what lies behind it.</summary>
    public void Text(double x, double y, string text, string color = TextColor, string anchor = "start", string? ground = null, string? style = null) => Add(
        $"<text x=\"{x}\" y=\"{y}\" fill=\"{color}\" text-anchor=\"{anchor}\"{(ground is null ? "" : $" stroke=\"{ground}\" stroke-width=\"14\" paint-order=\"stroke\"")}{(style is null ? "" : " " + style)}>{SecurityElement.Escape(text)}</text>");

    /// <summary>The picture.</summary>
    public string ToSvg(double width, double height, string title) => FormattableString.Invariant($"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="Segoe UI, Yu Gothic UI, Noto Sans, Noto Sans CJK JP, sans-serif" font-size="12.5">
        <title>{SecurityElement.Escape(title)}</title>
        {_shapes.ToString().TrimEnd()}
        </svg>

        """).ReplaceLineEndings("\n");

    private void Add(FormattableString shape) => _shapes.Append(shape.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
