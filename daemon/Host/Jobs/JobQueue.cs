using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Host.Jobs;

/// <summary>
/// One job runs, a few wait, the next is refused, or the newest of the client that waits with the most, for a client that has none. Clients take turns: each turn takes the oldest job of the client that was served least recently. May be used by several threads;
/// never calls out while it holds its lock.
/// </summary>
/// <param name="maximumWaiting">Jobs that may wait while one runs.</param>
internal sealed class JobQueue(int maximumWaiting)
{
    private readonly object _lock = new();

    /// <summary>Each client's waiting jobs, oldest first; the client whose turn is next comes first.</summary>
    private readonly LinkedList<(object Client, LinkedList<Job> Jobs)> _turns = new();

    private Job? _running;
    private int _waiting;
    private bool _closed;

    /// <summary>Jobs that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _waiting;
        }
    }

    /// <summary>Jobs that run: 0 or 1.</summary>
    public int Running
    {
        get
        {
            lock (_lock) return _running is null ? 0 : 1;
        }
    }

    /// <summary>Adds a job; a job of the same client and document that still waits gives up its place to it and is answered.</summary>
    /// <returns>Number of jobs ahead.</returns>
    /// <exception cref="DaemonException"><see cref="DaemonErrorCode.Busy"/> or <see cref="DaemonErrorCode.ShuttingDown"/>.</exception>
    public int Add(Job job)
    {
        Job? replaced;
        Job? displaced = null;
        int ahead;
        lock (_lock)
        {
            if (_closed) throw new DaemonException(DaemonErrorCode.ShuttingDown);
            replaced = TakeOver(job);
            if (replaced is null)
            {
                // A job that the runner has not taken yet counts as the one that runs.
                bool isFull = _waiting + (_running is null ? 0 : 1) > maximumWaiting;
                if (isFull) displaced = MakeRoom(job.Client) ?? throw Busy();
                Enqueue(job);
            }

            ahead = JobsAhead(job);
            Monitor.PulseAll(_lock);
        }

        replaced?.AnswerRefused(DaemonErrorCode.Superseded);
        displaced?.AnswerRefused(DaemonErrorCode.Busy, ("waiting", maximumWaiting.ToString(CultureInfo.InvariantCulture)));
        return ahead;
    }

    /// <summary>Takes the next job to run; the caller runs it, then calls <see cref="Finish"/>.</summary>
    public bool TryTake([NotNullWhen(true)] out Job? job)
    {
        List<(Job, int)> moved;
        lock (_lock)
        {
            job = _running is null ? Dequeue() : null;
            if (job is null) return false;
            _running = job;
            moved = Positions();
        }

        Tell(moved);
        return true;
    }

    /// <summary>Waits for the next job; null when the queue was closed and nothing is left.</summary>
    public Job? Take()
    {
        while (true)
        {
            lock (_lock)
            {
                while (_waiting == 0 && !_closed) Monitor.Wait(_lock);
                if (_waiting == 0) return null;
            }

            if (TryTake(out Job? job)) return job;
        }
    }

    /// <summary>Makes room for the next job to run.</summary>
    public void Finish(Job job)
    {
        lock (_lock)
        {
            if (_running != job) throw new InvalidOperationException("Only the running job can be finished.");
            _running = null;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Cancels a job: answers one that waits, asks one that runs to end.</summary>
    public void Cancel(Job job)
    {
        List<(Job, int)> moved = [];
        bool waited;
        lock (_lock)
        {
            waited = Remove(job);
            if (waited) moved = Positions();
        }

        if (waited) job.AnswerCancelled();
        else job.RequestCancellation();
        Tell(moved);
    }

    /// <summary>Takes no more jobs and answers those that wait.</summary>
    /// <param name="cancelRunning">Whether the running one is asked to end.</param>
    public void Close(bool cancelRunning)
    {
        List<Job> refused = [];
        Job? running;
        lock (_lock)
        {
            _closed = true;
            while (Dequeue() is { } job) refused.Add(job);
            running = _running;
            Monitor.PulseAll(_lock);
        }

        foreach (Job job in refused) job.AnswerRefused(DaemonErrorCode.ShuttingDown);
        if (cancelRunning) running?.RequestCancellation();
    }

    private DaemonException Busy() => new(DaemonErrorCode.Busy, ("waiting", _waiting.ToString(CultureInfo.InvariantCulture)));

    private Job? TakeOver(Job job)
    {
        if (job.Document is null) return null;
        for (LinkedListNode<Job>? node = FindTurn(job.Client)?.Value.Jobs.First; node is not null; node = node.Next)
        {
            if (node.Value.Document != job.Document) continue;
            Job replaced = node.Value;
            node.Value = job;
            return replaced;
        }

        return null;
    }

    /// <summary>Takes the newest job of the client that has the most out of the queue, for a client that has none at all: nobody may keep everybody else out.</summary>
    private Job? MakeRoom(object client)
    {
        if (FindTurn(client) is not null || ReferenceEquals(_running?.Client, client)) return null;
        LinkedList<Job>? jobs = _turns.Select(turn => turn.Jobs).MaxBy(jobs => jobs.Count);
        if (jobs is not { Count: > 1 }) return null;
        Job newest = jobs.Last!.Value;
        jobs.RemoveLast();
        _waiting--;
        return newest;
    }

    private void Enqueue(Job job)
    {
        LinkedListNode<(object Client, LinkedList<Job> Jobs)> turn = FindTurn(job.Client) ?? _turns.AddLast((job.Client, new LinkedList<Job>()));
        turn.Value.Jobs.AddLast(job);
        _waiting++;
    }

    private Job? Dequeue()
    {
        if (_turns.First is not { } turn) return null;
        Job job = turn.Value.Jobs.First!.Value;
        turn.Value.Jobs.RemoveFirst();
        _waiting--;
        _turns.Remove(turn);
        if (turn.Value.Jobs.Count > 0) _turns.AddLast(turn);
        return job;
    }

    private bool Remove(Job job)
    {
        if (FindTurn(job.Client) is not { } turn || !turn.Value.Jobs.Remove(job)) return false;
        _waiting--;
        if (turn.Value.Jobs.Count == 0) _turns.Remove(turn);
        return true;
    }

    private LinkedListNode<(object Client, LinkedList<Job> Jobs)>? FindTurn(object client)
    {
        LinkedListNode<(object Client, LinkedList<Job> Jobs)>? node = _turns.First;
        while (node is not null && !ReferenceEquals(node.Value.Client, client)) node = node.Next;
        return node;
    }

    private int JobsAhead(Job job) => Positions().Find(position => position.Job == job).Ahead;

    /// <summary>The waiting jobs in the order in which they will run if none is added, with the number of jobs before each, the running one included.</summary>
    private List<(Job Job, int Ahead)> Positions()
    {
        List<(Job, int)> order = [];
        for (int round = 0; order.Count < _waiting; round++)
            foreach ((_, LinkedList<Job> jobs) in _turns)
                if (jobs.ElementAtOrDefault(round) is { } job) order.Add((job, order.Count + (_running is null ? 0 : 1)));
        return order;
    }

    private static void Tell(List<(Job Job, int Ahead)> positions)
    {
        foreach ((Job job, int ahead) in positions) job.TellJobsAhead(ahead);
    }
}
