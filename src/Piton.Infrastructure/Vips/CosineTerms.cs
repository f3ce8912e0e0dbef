namespace Piton.Infrastructure.Vips;

/// <summary>The lowest terms of a plane's discrete cosine transform (type II), those above the diagonal left out.</summary>
/// <param name="Constant">The mean of the plane.</param>
/// <param name="Varying">The other terms, row by row, brought to 0 to 1 by <paramref name="Scale"/>; 0.5 is none.</param>
/// <param name="Scale">The largest of the other terms.</param>
internal sealed record CosineTerms(double Constant, double[] Varying, double Scale)
{
    public static CosineTerms Of(double[] plane, int width, int height, int across, int down)
    {
        var byColumn = Waves(width, across);
        var byRow = Waves(height, down);
        var terms = new List<double>();
        for (var v = 0; v < down; v++)
        {
            var row = Collapse(plane, width, byRow[v]);
            for (var u = 0; u * down < across * (down - v); u++)
            {
                terms.Add(Dot(row, byColumn[u]) / plane.Length);
            }
        }

        var varying = terms.Skip(1).ToArray();
        var scale = varying.Select(Math.Abs).DefaultIfEmpty().Max();
        return new CosineTerms(terms[0], [.. varying.Select(term => scale > 0 ? 0.5 + 0.5 * term / scale : 0)], scale);
    }

    /// <summary>One value a column: the column weighted by a vertical wave.</summary>
    private static double[] Collapse(double[] plane, int width, double[] wave)
    {
        var row = new double[width];
        for (var y = 0; y < wave.Length; y++)
        {
            for (var x = 0; x < width; x++)
            {
                row[x] += plane[y * width + x] * wave[y];
            }
        }

        return row;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var index = 0; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }

    private static double[][] Waves(int length, int count) =>
    [
        .. Enumerable.Range(0, count).Select(frequency =>
            Enumerable.Range(0, length).Select(at => Math.Cos(Math.PI / length * frequency * (at + 0.5))).ToArray()),
    ];
}
