using PdnColorize.Benchmarks;

return args switch
{
    ["speed", .. var rest] => SpeedBenchmark.Run(rest),
    ["quality", .. var rest] => QualityBenchmark.Run(rest),
    ["locality", .. var rest] => LocalityBenchmark.Run(rest),
    ["datasets", .. var rest] => await DatasetsBenchmark.RunAsync(rest),
    ["daemon"] => await DaemonBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Benchmarks -- COMMAND

          speed                     times of each step at 512 x 512, of the article's 32-channel net, both stages, against PyTorch eager
          quality [--save FOLDER] FOLDER...   PSNR by number of hints on pairs NAME_line.png, NAME_color.png
          locality DRAWING HINTS    how much changes outside a hint's regions when its colour changes
          datasets [FOLDER]         pictures a second that the data set builder takes, from 512-pixel pictures
          daemon                    cold start, what the daemon adds to the same work in one process, and the spread of 200 requests
        """);
    return 2;
}
