// The console is one for the whole process, and so is libtorch's random generator.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
