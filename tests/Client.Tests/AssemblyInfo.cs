// Each test starts processes; more than one test at a time makes a small machine too busy for their time limits.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
