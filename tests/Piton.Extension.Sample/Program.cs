using Piton.Extension.Sample.Colors;
using Piton.Web.CommandLine;

return await PitonCommandLine.RunAsync(args, typeof(ColorsController).Assembly);
