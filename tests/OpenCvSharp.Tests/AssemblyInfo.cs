// Tests compare the number of live Mats before and after, which others running meanwhile would change.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
