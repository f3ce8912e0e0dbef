using System.Globalization;
using Piton.Faults;
using Piton.Faults.Calls;
using Piton.Faults.Disks;
using Piton.Faults.Load;

const int PowerCuts = 200;
const int SamplePowerCuts = 3;
const int SoakMinutes = 10;
const int SoakClients = 200;

return args switch
{
    [Launcher.Command, .. var program] => Launcher.Run(program),
    [] => await FaultRun.RunAsync(FaultRun.Deaths, []) | await FaultRun.RunAsync(FaultRun.Failures, []) | await PowerLoss.RunAsync(PowerCuts, Environment.TickCount) | await DiskRun.RunAsync(),
    ["sample"] => await FaultRun.RunSampleAsync() | await Soak.RunSampleAsync(),
    ["deaths", .. var scenarios] => await FaultRun.RunAsync(FaultRun.Deaths, scenarios),
    ["failures", .. var scenarios] => await FaultRun.RunAsync(FaultRun.Failures, scenarios),
    ["power", .. var rest] => await PowerLoss.RunAsync(Number(rest, 0, PowerCuts), Number(rest, 1, Environment.TickCount)),
    ["disks"] => await DiskRun.RunAsync(),
    ["disks", "sample"] => await DiskRun.RunAsync() | await PowerLoss.RunAsync(SamplePowerCuts, Environment.TickCount),
    ["soak", .. var rest] => await Soak.RunAsync(Number(rest, 1, SoakClients), TimeSpan.FromMinutes(Number(rest, 0, SoakMinutes))),
    _ => Misunderstood(),
};

static int Number(string[] given, int index, int otherwise) => index < given.Length ? int.Parse(given[index], CultureInfo.InvariantCulture) : otherwise;

static int Misunderstood()
{
    Console.Error.WriteLine("Usage: faults [deaths [SCENARIO…] | failures [SCENARIO…] | power [TIMES [SEED]] | disks] or soak [MINUTES [CLIENTS]]");
    return 2;
}
