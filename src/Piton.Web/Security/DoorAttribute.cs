namespace Piton.Web.Security;

/// <summary>Marks an action at which secrets could be guessed, so that few tries a minute are taken from one network.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DoorAttribute : Attribute;
