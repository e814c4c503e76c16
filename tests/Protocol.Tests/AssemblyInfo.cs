// The runtime folder is found through environment variables, which belong to the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
