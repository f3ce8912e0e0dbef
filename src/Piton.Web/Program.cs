using Piton.Web.CommandLine;

return await PitonCommandLine.RunAsync(args);
