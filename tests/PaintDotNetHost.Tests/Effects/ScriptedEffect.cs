using System.Collections.Concurrent;
using PaintDotNet;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;
using PaintDotNet.Rendering;

namespace PdnColorize.PaintDotNetHost.Tests.Effects;

/// <summary>
/// Fills the output with Value in all channels but alpha, which is 255, and does at each step what the test says. Paint.NET constructs effects by itself, so the script is static; each test begins with a new one.
/// </summary>
[PluginSupportInfo<SupportInfo>]
internal sealed class ScriptedEffect : PropertyBasedBitmapEffect
{
    private int _value;

    public ScriptedEffect()
        : base("Scripted", null, MakeOptions())
    {
        Number = Interlocked.Increment(ref Current.Instances);
        Step("constructor");
    }

    public static Script Current { get; private set; } = new();

    public int Number { get; }

    public static Script Begin() => Current = new Script();

    public IBitmapEffectEnvironment TheEnvironment => Environment;

    public IServiceProvider TheServices => Services;

    public CancellationToken TheCancellation => CancellationToken;

    protected override PropertyCollection OnCreatePropertyCollection()
    {
        Step("properties");
        return new PropertyCollection(
            [
                new Int32Property("Value", 10, 0, 200, false, Current.OnBadValue),
                new BooleanProperty("Locked"),
                new Int32Property("Again", 0, 0, 3),
                new StaticListChoiceProperty("Choice", Current.Choices),
            ],
            [new ReadOnlyBoundToBooleanRule("Value", "Locked", false)]);
    }

    protected override ControlInfo OnCreateConfigUI(PropertyCollection props)
    {
        Step("controls");
        ControlInfo controls = CreateDefaultConfigUI(props);
        controls.SetPropertyControlType("Again", PropertyControlType.IncrementButton);
        controls.SetPropertyControlValue("Value", ControlInfoPropertyNames.DisplayName, "The value");
        controls.FindControlForPropertyName("Choice")!.SetValueDisplayName("a", "The first");
        return controls;
    }

    protected override void OnCustomizeConfigUIWindowProperties(PropertyCollection props)
    {
        Step("window");
        props[ControlInfoPropertyNames.WindowTitle]!.Value = "A window";
        base.OnCustomizeConfigUIWindowProperties(props);
    }

    protected override void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
        Step("render info");
        renderInfo.Flags = Current.Flags;
        renderInfo.Schedule = Current.Schedule;
        base.OnInitializeRenderInfo(renderInfo);
    }

    protected override void OnSetToken(PropertyBasedEffectConfigToken? newToken)
    {
        _value = newToken!.GetProperty<Int32Property>("Value")!.Value;
        Current.Tokens.Enqueue(CancellationToken);
        Step($"token {_value}");
        base.OnSetToken(newToken);
    }

    protected override unsafe void OnRender(IBitmapEffectOutput output)
    {
        Current.Tiles.Enqueue((output.Bounds, System.Environment.CurrentManagedThreadId));
        Step("render", quiet: true);
        if (Current.OnTile is not null)
        {
            Current.OnTile(this, output);
            return;
        }

        using IBitmapLock<ColorBgra32> pixels = output.LockBgra32();
        for (int y = 0; y < output.Bounds.Height; y++)
        {
            ColorBgra32* row = (ColorBgra32*)((byte*)pixels.Buffer + (long)y * pixels.BufferStride);
            for (int x = 0; x < output.Bounds.Width; x++) row[x] = ColorBgra32.FromBgra((byte)_value, (byte)_value, (byte)_value, 255);
        }
    }

    protected override void OnDispose(bool disposing)
    {
        if (disposing) Step("dispose");
        base.OnDispose(disposing);
    }

    private static BitmapEffectOptions MakeOptions()
    {
        BitmapEffectOptions options = BitmapEffectOptions.Create();
        options.IsConfigurable = true;
        return options;
    }

    private void Step(string what, bool quiet = false)
    {
        if (!quiet) Current.Calls.Enqueue($"{Number} {what}");
        Current.OnStep?.Invoke(this, what);
    }

    public sealed class SupportInfo : IPluginSupportInfo
    {
        public string? Author => "Somebody";

        public string? Copyright => "None";

        public string? DisplayName => "A scripted effect";

        public Version? Version => new(1, 2, 3);

        public Uri? WebsiteUri => null;
    }

    /// <summary>What the effect does, and what happened to it.</summary>
    internal sealed class Script
    {
        public int Instances;

        /// <summary>Called at each step.</summary>
        public Action<ScriptedEffect, string>? OnStep { get; set; }

        /// <summary>Takes the place of filling a tile.</summary>
        public Action<ScriptedEffect, IBitmapEffectOutput>? OnTile { get; set; }

        public BitmapEffectRenderingFlags Flags { get; set; }

        public BitmapEffectRenderingSchedule Schedule { get; set; } = BitmapEffectRenderingSchedule.SquareTiles;

        public ValueValidationFailureResult OnBadValue { get; set; } = ValueValidationFailureResult.Clamp;

        public object[] Choices { get; set; } = ["a", "b"];

        /// <summary>The number of the instance and the step, for all but the tiles.</summary>
        public ConcurrentQueue<string> Calls { get; } = [];

        public ConcurrentQueue<(RectInt32 Bounds, int Thread)> Tiles { get; } = [];

        public ConcurrentQueue<CancellationToken> Tokens { get; } = [];
    }
}
