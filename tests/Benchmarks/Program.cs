using PdnColorize.Benchmarks;
using PdnColorize.Colorization.Devices;

// As the programs that are measured.
NativeHeap.KeepFreedBlocks();
return args switch
{
    ["speed", .. var rest] => SpeedBenchmark.Run(rest),
    ["networks", .. var rest] => NetworksBenchmark.Run(rest),
    ["datasets", .. var rest] => await DatasetsBenchmark.RunAsync(rest),
    ["overfit", .. var rest] => await OverfitBenchmark.RunAsync(rest),
    ["daemon"] => await DaemonBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Benchmarks -- COMMAND

          speed                     times of each step at 512 x 512, of the article's 32-channel net, both stages, against PyTorch eager
          networks [ROUNDS]         pictures a second that networks of 16 and 32 channels learn, and milliseconds of a pass at 512 x 512; default 7
          datasets [FOLDER]         pictures a second that the data set builder takes, from 512-pixel pictures
          overfit [FOLDER]          whether training on 8 pictures reaches 30 dB on them; minutes
          daemon                    cold start, what the daemon adds to the same work in one process, and the spread of 200 requests
        """);
    return 2;
}
