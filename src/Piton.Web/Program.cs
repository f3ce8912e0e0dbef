using Piton.Infrastructure;
using Piton.Web.CommandLine;

return PitonDecodeWorker.IsCalled(args) ? PitonDecodeWorker.Run(args) : await PitonCommandLine.RunAsync(args);
