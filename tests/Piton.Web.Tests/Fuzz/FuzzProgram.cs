namespace Piton.Web.Tests.Fuzz;

internal static class FuzzProgram
{
    public static int Main() => 0;
}
