// libtorch's random generator is one for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
