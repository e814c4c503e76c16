// Tests of the command line capture the console, of which a process has one; and each colorization uses all cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
