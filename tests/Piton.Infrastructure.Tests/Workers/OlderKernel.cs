using System.Globalization;
using Piton.Infrastructure.Workers;
using Piton.Infrastructure.Workers.Sandbox;

namespace Piton.Infrastructure.Tests.Workers;

/// <summary>Becomes a worker on a kernel that does not know some system calls.</summary>
internal static class OlderKernel
{
    public const string Name = "older-kernel";

    public const int WithoutLandlock = 444;
    public static readonly int WithoutSeccomp = Linux.IsArm64 ? 277 : 317;

    public static WorkerCommand Command(int missing) => new(
        "dotnet", [typeof(OlderKernel).Assembly.Location, Name, missing.ToString(CultureInfo.InvariantCulture), WorkerCommand.Name]);

    public static int Run(string[] arguments)
    {
        var missing = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        Linux.GainNoPrivileges();
        if (!new FilterProgram().Unknown(new SystemCall(missing, missing)).AllowTheRest().TryInstall())
        {
            return 1;
        }

        var environment = Environment.GetEnvironmentVariables().Keys.Cast<string>().ToDictionary(key => key, key => Environment.GetEnvironmentVariable(key)!);
        Linux.Become(Environment.ProcessPath!, ["dotnet", typeof(OlderKernel).Assembly.Location, .. arguments[2..]], environment);
        return 1;
    }
}
