using System.Collections.Concurrent;
using PaintDotNet.Effects;
using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Surroundings;

namespace PdnColorize.PaintDotNetHost.Rendering;

/// <summary>
/// Renders with an effect, in the order that Paint.NET's reference describes: the rendering's information once, then for each change of the settings the token, alone, and after it the tiles, on several threads.
/// </summary>
internal sealed class EffectRenderer(BitmapEffect effect, SelectedArea area, Ledger ledger, int threads)
{
    private const byte Uninitialized = 0xA5;

    private readonly RenderInfo _info = new();
    private bool _initialized;

    /// <summary>Whether the result counts only where the selection is.</summary>
    public bool Clips => !_info.Has(BitmapEffectRenderingFlags.DisableSelectionClipping);

    /// <summary>Renders everything.</summary>
    /// <returns>The pixels, or null when it was cancelled.</returns>
    /// <exception cref="Exception">Whatever the effect throws; after a cancellation <see cref="OperationCanceledException"/> is none.</exception>
    public Frame? Render(EffectConfigToken? token, CancellationToken cancellationToken)
    {
        try
        {
            effect.BeginRendering(cancellationToken);
            if (!_initialized)
            {
                effect.InitializeRenderInfo(_info);
                _info.Freeze();
                _initialized = true;
            }

            effect.SetToken(token);
            if (cancellationToken.IsCancellationRequested) return null;
            Frame frame = new(area.Bounds);
            RenderTiles(frame, cancellationToken);
            return cancellationToken.IsCancellationRequested ? null : frame;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private void RenderTiles(Frame frame, CancellationToken cancellationToken)
    {
        ConcurrentQueue<RectInt32> tiles = new(TilePlan.Divide(area.Bounds, _info.Schedule));
        ConcurrentQueue<Exception> failures = [];
        if (_info.Has(BitmapEffectRenderingFlags.FirstTileIsRenderedWithBarrier) && tiles.TryDequeue(out RectInt32 first)) RenderTile(first, frame);
        int count = _info.Has(BitmapEffectRenderingFlags.SingleThreaded) ? 1 : Math.Min(threads, Math.Max(1, tiles.Count));
        Thread[] workers = [.. Enumerable.Range(0, count).Select(i => new Thread(Work) { Name = $"Host tiles {i}", IsBackground = true })];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers) worker.Join();
        if (failures.TryDequeue(out Exception? failure)) throw failure;

        void Work()
        {
            try
            {
                while (failures.IsEmpty && !cancellationToken.IsCancellationRequested && tiles.TryDequeue(out RectInt32 tile)) RenderTile(tile, frame);
            }
            catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                failures.Enqueue(e);
            }
            catch (OperationCanceledException)
            {
                // What was asked for.
            }
        }
    }

    private void RenderTile(RectInt32 tile, Frame frame)
    {
        TileOutput output = new(tile, _info.Has(BitmapEffectRenderingFlags.UninitializedOutputBuffer) ? Uninitialized : (byte)0, ledger);
        effect.Render(output);
        output.CopyTo(frame);
    }
}
