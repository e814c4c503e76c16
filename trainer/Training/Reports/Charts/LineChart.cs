using System.Text;

namespace PdnColorize.Training.Reports.Charts;

/// <summary>Curves over the steps of a stage as an SVG picture with axes and a legend; the numbers lie beside it for the script that shows them.</summary>
internal sealed class LineChart
{
    private const double Left = 56;
    private const double Top = 12;

    private readonly bool _isLarge;
    private readonly double _width;
    private readonly double _height;
    private readonly string _id;
    private readonly string _title;
    private readonly IReadOnlyList<double> _steps;
    private readonly IReadOnlyList<ChartSeries> _series;
    private readonly Axis _across;
    private readonly Axis _up;

    /// <param name="id">Names the chart in the page: letters, digits and hyphens.</param>
    /// <param name="title">What it shows, with the unit.</param>
    /// <param name="steps">Steps taken at each value, ascending, at least one.</param>
    /// <param name="series">The curves; at least one value in all.</param>
    /// <param name="isLarge">Whether it is one of the charts that matter most.</param>
    public LineChart(string id, string title, IReadOnlyList<double> steps, IReadOnlyList<ChartSeries> series, bool isLarge)
    {
        _isLarge = isLarge;
        // In units of about a pixel, so that letters and lines look the same in both sizes.
        (_width, _height) = isLarge ? (680, 300) : (400, 230);
        (_id, _title, _steps, _series) = (id, title, steps, series);
        _across = Axis.Over(0, steps[^1], marks: isLarge ? 8 : 4, finest: 1);
        // Smoothed curves have no outliers, so they are shown whole.
        _up = Axis.Around(series.SelectMany(one => one.Values.Concat(one.Smoothed ?? [])).OfType<double>(), marks: isLarge ? 6 : 5);
    }

    /// <summary>Appends the chart as a figure.</summary>
    public void Write(StringBuilder page)
    {
        page.Append("<figure class=\"chart").Append(_isLarge ? " large" : "").Append("\" id=\"").Append(_id).Append("\">\n<figcaption>").Append(Markup.Escape(_title)).Append("</figcaption>\n");
        page.Append("<svg viewBox=\"0 0 ").Append(Markup.Exact(_width)).Append(' ').Append(Markup.Exact(_height)).Append("\" role=\"img\" aria-label=\"").Append(Markup.Escape(_title)).Append("\">\n");
        WriteAxes(page);
        page.Append("<clipPath id=\"").Append(_id).Append("-inside\"><rect x=\"").Append(Markup.Place(Left)).Append("\" y=\"").Append(Markup.Place(Top - 4))
            .Append("\" width=\"").Append(Markup.Place(Right - Left + 4)).Append("\" height=\"").Append(Markup.Place(Bottom - Top + 4)).Append("\"/></clipPath>\n");
        page.Append("<g clip-path=\"url(#").Append(_id).Append("-inside)\">\n");
        foreach (ChartSeries series in _series) WriteCurve(page, series.Values, series.Smoothed is null ? series.Style : $"{series.Style} raw");
        foreach (ChartSeries series in _series.Where(one => one.Smoothed is not null)) WriteCurve(page, series.Smoothed!, series.Style);
        foreach (ChartSeries series in _series.Where(one => one.HasDots)) WriteDots(page, series);
        page.Append("</g>\n<line class=\"cursor\" x1=\"0\" x2=\"0\" y1=\"").Append(Markup.Place(Top)).Append("\" y2=\"").Append(Markup.Place(Bottom)).Append("\"/>\n</svg>\n");
        WriteLegend(page);
        WriteNumbers(page);
        page.Append("</figure>\n");
    }

    private double Right => _width - 14;

    private double Bottom => _height - 40;

    private double X(double step) => Left + ((step - _across.Least) / (_across.Most - _across.Least) * (Right - Left));

    private double Y(double value) => Bottom - ((value - _up.Least) / (_up.Most - _up.Least) * (Bottom - Top));

    private void WriteAxes(StringBuilder page)
    {
        page.Append("<g class=\"axes\">\n");
        foreach (double tick in _up.Ticks)
        {
            string y = Markup.Place(Y(tick));
            page.Append("<line x1=\"").Append(Markup.Place(Left)).Append("\" x2=\"").Append(Markup.Place(Right)).Append("\" y1=\"").Append(y).Append("\" y2=\"").Append(y).Append("\"/>");
            page.Append("<text class=\"up\" x=\"").Append(Markup.Place(Left - 8)).Append("\" y=\"").Append(y).Append("\">").Append(Markup.Fixed(tick, _up.Decimals)).Append("</text>\n");
        }

        page.Append("<line class=\"base\" x1=\"").Append(Markup.Place(Left)).Append("\" x2=\"").Append(Markup.Place(Right))
            .Append("\" y1=\"").Append(Markup.Place(Bottom)).Append("\" y2=\"").Append(Markup.Place(Bottom)).Append("\"/>\n");
        foreach (double tick in _across.Ticks)
        {
            page.Append("<text class=\"across\" x=\"").Append(Markup.Place(X(tick))).Append("\" y=\"").Append(Markup.Place(Bottom + 16)).Append("\">")
                .Append(Markup.Fixed(tick, _across.Decimals)).Append("</text>\n");
        }

        page.Append("<text class=\"across name\" x=\"").Append(Markup.Place((Left + Right) / 2)).Append("\" y=\"").Append(Markup.Place(Bottom + 33)).Append("\">steps</text>\n</g>\n");
    }

    /// <summary>A path that is interrupted where there is no value. It begins with a line of no length, so that a value without neighbours is a dot.</summary>
    private void WriteCurve(StringBuilder page, IReadOnlyList<double?> values, string style)
    {
        page.Append("<path class=\"curve ").Append(style).Append("\" d=\"");
        bool drawing = false;
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value) page.Append(drawing ? 'L' : 'M').Append(Markup.Place(X(_steps[i]))).Append(' ').Append(Markup.Place(Y(value))).Append(drawing ? "" : "h0");
            drawing = values[i] is not null;
        }

        page.Append("\"/>\n");
    }

    private void WriteDots(StringBuilder page, ChartSeries series)
    {
        for (int i = 0; i < _steps.Count; i++)
        {
            if (series.Values[i] is not { } value) continue;
            page.Append("<circle class=\"").Append(series.Style).Append("\" cx=\"").Append(Markup.Place(X(_steps[i]))).Append("\" cy=\"").Append(Markup.Place(Y(value))).Append("\" r=\"2.6\"/>");
        }

        page.Append('\n');
    }

    private void WriteLegend(StringBuilder page)
    {
        page.Append("<ul class=\"legend\">\n");
        foreach (ChartSeries series in _series)
        {
            double? last = (series.Smoothed ?? series.Values).LastOrDefault(value => value is not null);
            page.Append("<li><i class=\"").Append(series.Style).Append("\"></i>").Append(Markup.Escape(series.Name)).Append(" <b>")
                .Append(last is { } value ? Markup.Fixed(value, series.Decimals) : "-").Append("</b></li>\n");
        }

        page.Append("</ul>\n");
    }

    /// <summary>The numbers of the curves; JSON of numbers, nulls and escaped names has nothing that HTML would take for markup.</summary>
    private void WriteNumbers(StringBuilder page)
    {
        page.Append("<script type=\"application/json\">{\"steps\":[").AppendJoin(',', _steps.Select(step => Markup.Exact(step, 12))).Append("],\"from\":").Append(Markup.Exact(_across.Least))
            .Append(",\"to\":").Append(Markup.Exact(_across.Most, 12)).Append(",\"left\":").Append(Markup.Exact(Left / _width)).Append(",\"right\":").Append(Markup.Exact(Right / _width))
            .Append(",\"width\":").Append(Markup.Exact(_width)).Append(",\"series\":[");
        for (int i = 0; i < _series.Count; i++)
        {
            ChartSeries series = _series[i];
            page.Append(i > 0 ? ",{" : "{").Append("\"name\":\"").Append(System.Text.Json.JsonEncodedText.Encode(series.Name)).Append("\",\"style\":\"").Append(series.Style)
                .Append("\",\"decimals\":").Append(Markup.Exact(series.Decimals)).Append(",\"values\":").Append(Numbers(series.Values));
            if (series.Smoothed is not null) page.Append(",\"smoothed\":").Append(Numbers(series.Smoothed));
            page.Append('}');
        }

        page.Append("]}</script>\n");
    }

    private static string Numbers(IReadOnlyList<double?> values) =>
        $"[{string.Join(',', values.Select(value => value is { } number ? Markup.Exact(number) : "null"))}]";
}
