// libtorch uses all cores for each test already, and its random generator is one for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
