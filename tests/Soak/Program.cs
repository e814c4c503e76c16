using System.Globalization;
using PdnColorize.Soak;

return args switch
{
    ["client", var instance] => await SoakClient.RunToBeKilledAsync(instance),
    [var minutes, ..] when double.TryParse(minutes, CultureInfo.InvariantCulture, out double length) && length > 0 => await SoakRun.RunAsync(TimeSpan.FromMinutes(length)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: soak.sh MINUTES: a job each second, 20 % cancelled, 5 % of the callers killed, 1 % of the daemons killed");
    return 2;
}
