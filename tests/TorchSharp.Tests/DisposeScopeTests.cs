using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class DisposeScopeTests
{
    [Fact]
    public void Scope_Disposed_LeavesNoTensorBehind()
    {
        var before = LiveTensors();
        DisposeScopeManager.Statistics.Reset();

        using (NewDisposeScope())
        {
            var x = rand(4, 4);
            for (var i = 0; i < 10; i++) x = (x * 2).relu() + 1;
            Assert.Equal(before + 31, Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
        Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(31, DisposeScopeManager.Statistics.CreatedInScopeCount);
        Assert.Equal(31, DisposeScopeManager.Statistics.TensorStatistics.DisposedInScopeCount);
        Assert.True(Tensor.PeakCount >= before + 31);
    }

    [Fact]
    public void MoveToOuterDisposeScope_OfAResult_KeepsItUntilTheOuterEnds()
    {
        Tensor kept;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                kept = ones(1).MoveToOuterDisposeScope();
                Assert.False(inner.Contains(kept));
                Assert.Same(inner, CurrentDisposeScope);
            }

            Assert.True(outer.Contains(kept));
            Assert.False(kept.IsInvalid);
        }

        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void DetachFromDisposeScope_OfAResult_MakesItTheHolders()
    {
        DisposeScopeManager.Statistics.Reset();
        Tensor kept;
        using (NewDisposeScope()) kept = ones(1).DetachFromDisposeScope();

        Assert.False(kept.IsInvalid);
        kept.Dispose();
        kept.Dispose();
        Assert.Equal(1, DisposeScopeManager.Statistics.DetachedFromScopeCount);
        Assert.Equal(1, DisposeScopeManager.Statistics.DisposedOutsideScopeCount);
    }

    [Fact]
    public void Attach_OfATensorFromOutside_DisposesItWithTheScope()
    {
        var outside = ones(1);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(outside);
            Assert.Equal(1, scope.DisposablesCount);
        }

        Assert.True(outside.IsInvalid);
    }

    [Fact]
    public void Attach_OfSomethingElse_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();

        Assert.Throws<InvalidOperationException>(() => scope.Attach(stream));
    }

    [Fact]
    public void DisposeEverythingBut_OneTensor_KeepsThatOne()
    {
        using var scope = NewDisposeScope();
        var (kept, gone) = (ones(1), ones(1));

        Assert.Same(kept, scope.DisposeEverythingBut(kept));

        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void WrappedTensorDisposeScope_OfAnExpression_KeepsTheResultAlone()
    {
        using var outer = NewDisposeScope();

        var result = WrappedTensorDisposeScope(() => ones(2) + ones(2));

        Assert.Equal(1, outer.DisposablesCount);
        Assert.Equal([2f, 2], result.data<float>().ToArray());
    }

    [Fact]
    public void Scopes_OfTwoThreads_KnowNothingOfEachOther()
    {
        using var scope = NewDisposeScope();
        DisposeScope? seen = scope;
        Tensor? made = null;
        var thread = new Thread(() =>
        {
            seen = CurrentDisposeScope;
            made = ones(1);
        });
        thread.Start();
        thread.Join();

        Assert.Null(seen);
        Assert.False(scope.Contains(made!));
        Assert.Equal(0, scope.DisposablesCount);
        made!.Dispose();
    }

    [Fact]
    public void Scope_OutOfOrder_ClosesWithoutTheInnerOnes()
    {
        var outer = NewDisposeScope();
        using var inner = NewDisposeScope();

        outer.Dispose();
        var made = ones(1);

        Assert.Same(inner, CurrentDisposeScope);
        Assert.True(inner.Contains(made));
    }

    [Fact]
    public void Parameter_OfATensor_TakesItsPlaceInTheScope()
    {
        using var scope = NewDisposeScope();
        var data = ones(2);
        var before = Tensor.TotalCount;

        var parameter = data.AsParameter();

        Assert.Equal(before, Tensor.TotalCount);
        Assert.True(data.IsInvalid);
        Assert.True(scope.Contains(parameter));
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Tensor_LeftToTheCollector_IsFreedInTheEnd()
    {
        var before = LiveTensors();
        Abandon();

        Assert.Equal(before, LiveTensors());

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Abandon()
        {
            for (var i = 0; i < 10; i++) ones(1);
        }
    }

    [Fact]
    public void Tensor_UsedAfterDispose_SaysSo()
    {
        var tensor = ones(1);
        tensor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => tensor + 1);
        Assert.Throws<ObjectDisposedException>(() => cat([tensor, tensor]));
        Assert.Equal("a disposed tensor", tensor.ToString());
    }

    private static long LiveTensors()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
