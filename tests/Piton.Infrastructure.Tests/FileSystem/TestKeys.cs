namespace Piton.Infrastructure.Tests.FileSystem;

/// <summary>Keys as ASP.NET Core's data protection writes them.</summary>
internal static class TestKeys
{
    /// <summary>The name of the file that <see cref="Create"/> belongs in.</summary>
    public const string FileName = "key-0b6dd4d8-2d4f-4e0f-9f5c-3d8cfb1f6a5e.xml";

    public static string Create(string expires = "2999-01-31T10:00:00.1234567Z") =>
        $"""
        <key id="0b6dd4d8-2d4f-4e0f-9f5c-3d8cfb1f6a5e" version="1"><creationDate>2026-11-01T10:00:00.1234567Z</creationDate><activationDate>2026-11-01T10:00:00.1234567Z</activationDate><expirationDate>{expires}</expirationDate><descriptor deserializerType="Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60"><descriptor><encryption algorithm="AES_256_CBC" /><validation algorithm="HMACSHA256" /><masterKey p4:requiresEncryption="true" xmlns:p4="http://schemas.asp.net/2015/03/dataProtection"><!-- Warning: the key below is in an unencrypted form. --><value>AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==</value></masterKey></descriptor></descriptor></key>
        """;
}
