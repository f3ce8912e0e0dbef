using System.Globalization;

namespace Piton.Web.Models;

/// <summary>Writes a number of bytes as people do: <c>4.2 MB</c>, in powers of ten and the language of the request.</summary>
public static class ByteSize
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static string Text(long bytes)
    {
        var unit = 0;
        var amount = (double)bytes;
        while (amount >= 999.5 && unit < Units.Length - 1)
        {
            amount /= 1000;
            unit++;
        }

        var format = amount < 10 && unit > 0 ? "0.#" : "0";
        return $"{amount.ToString(format, CultureInfo.CurrentCulture)}\u00a0{Units[unit]}";
    }
}
