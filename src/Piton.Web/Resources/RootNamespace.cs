using Microsoft.Extensions.Localization;

// The assembly is called piton; without this, resources would be looked for under that name.
[assembly: RootNamespace("Piton.Web")]
