// Message boxes of effects have one place in a process, and tests with daemons are too much for a small machine at the same time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
