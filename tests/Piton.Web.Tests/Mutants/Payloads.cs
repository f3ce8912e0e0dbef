using System.IO.Compression;
using System.Text;

namespace Piton.Web.Tests.Mutants;

/// <summary>What attackers hang on to pictures. Each holds <see cref="Mark"/> as it is.</summary>
internal static class Payloads
{
    private const string Text = "piton-payload";

    /// <summary>What no output may hold.</summary>
    public static byte[] Mark { get; } = Encoding.ASCII.GetBytes(Text);

    public static IReadOnlyList<byte[]> All { get; } =
    [
        Encoding.ASCII.GetBytes($"<!DOCTYPE html><html><body onload=\"alert('{Text}')\"><script>alert(1)</script></body></html>"),
        Encoding.ASCII.GetBytes($"<?php /* {Text} */ system($_GET['c']); __halt_compiler();"),
        Encoding.ASCII.GetBytes($"\n#!/bin/sh\n: {Text}\nrm -rf \"$HOME\"\n"),
        Encoding.ASCII.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>/* {Text} */alert(1)</script></svg>"),
        Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert('{Text}'))>>>>endobj\n%%EOF"),
        Zip(),
    ];

    private static byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry("run.js", CompressionLevel.NoCompression);

            // The same bytes at every run.
            entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var content = entry.Open();
            content.Write(Mark);
        }

        return file.ToArray();
    }
}
