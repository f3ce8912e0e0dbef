using System.Globalization;
using Piton.Infrastructure.Workers;

namespace Piton.Infrastructure.Tests.Workers;

/// <summary>Shell scripts in the place of workers.</summary>
internal static class FakeWorker
{
    private const string Ready = """{"Refusal":null,"Gaps":[]}""";

    public static WorkerCommand Script(string script) => new("/bin/sh", ["-c", script]);

    /// <summary>Says this as its first word, and waits.</summary>
    public static WorkerCommand ThatSays(string message) => Script($"{Print(message)}; exec sleep 1000");

    /// <summary>Is ready, reads the first bytes of a request, and goes on by a script.</summary>
    public static WorkerCommand ThatAnswersBy(string script) => Script($"{Print(Ready)}; head -c 8 >/dev/null; {script}");

    /// <summary>The command that prints a message as it goes over the pipe.</summary>
    public static string Print(string message)
    {
        var length = string.Concat(BitConverter.GetBytes(message.Length).Select(value => $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}"));
        return string.Create(CultureInfo.InvariantCulture, $"printf '{length}'; printf '%s' '{message}'");
    }
}
