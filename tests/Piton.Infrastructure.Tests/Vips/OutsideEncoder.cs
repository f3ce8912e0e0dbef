using System.ComponentModel;
using System.Diagnostics;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Makes pictures of the kinds that libvips cannot write, by the programs of Debian's packages that build/test installs.</summary>
internal static class OutsideEncoder
{
    /// <summary>HEIC by <c>heif-enc</c>; profile, EXIF and orientation come along.</summary>
    /// <param name="source">A PNG or JPEG; for JPEG XL a GIF too.</param>
    /// <param name="options">Those of the program.</param>
    public static byte[] Heic(byte[] source, params string[] options) =>
        Run("heif-enc", source, (input, output) => [.. options, "-o", output, input], "heic");

    /// <summary>JPEG XL by <c>cjxl</c>, nearly lossless from PNG; profile, EXIF and orientation come along.</summary>
    /// <inheritdoc cref="Heic" path="/param"/>
    public static byte[] Jxl(byte[] source, params string[] options) =>
        Run("cjxl", source, (input, output) => [input, output, .. options], "jxl");

    /// <summary>The same JPEG, coded otherwise by <c>jpegtran</c>.</summary>
    /// <param name="source">A JPEG.</param>
    /// <param name="options">Those of the program.</param>
    public static byte[] Jpeg(byte[] source, params string[] options) =>
        Run("jpegtran", source, (input, output) => [.. options, "-outfile", output, input], "jpg");

    private static byte[] Run(string program, byte[] source, Func<string, string, string[]> arguments, string extension)
    {
        var folder = Directory.CreateTempSubdirectory("piton-test-");
        try
        {
            var (input, output) = ($"{folder}/in.{ExtensionOf(source[0])}", $"{folder}/out.{extension}");
            File.WriteAllBytes(input, source);
            using var process = Start(program, arguments(input, output));
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0 && File.Exists(output), $"{program} failed: {said}");
            return File.ReadAllBytes(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string ExtensionOf(byte first) => first switch
    {
        0x89 => "png",
        (byte)'G' => "gif",
        _ => "jpg",
    };

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = false })!;
        }
        catch (Win32Exception)
        {
            throw new SkipException($"{program} is not here; build/test installs it.");
        }
    }
}
