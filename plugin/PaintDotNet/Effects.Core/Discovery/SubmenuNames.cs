namespace PaintDotNet.Effects;

/// <summary>The submenus that the application has; the real names are in the user's language.</summary>
public static class SubmenuNames
{
    public static string Artistic => nameof(Artistic);

    public static string Blurs => nameof(Blurs);

    public static string Color => nameof(Color);

    public static string Distort => nameof(Distort);

    public static string Noise => nameof(Noise);

    public static string Object => nameof(Object);

    public static string Photo => nameof(Photo);

    public static string Render => nameof(Render);

    public static string Stylize => nameof(Stylize);
}
