using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Piton.Web.Results;

/// <summary>Says what was wrong with a request that MVC could not bind, in the sender's terms: fields as it called them, no types of the inside.</summary>
internal static class MalformedRequest
{
    /// <param name="context">One whose model state is invalid.</param>
    public static Failure Failure(ActionContext context)
    {
        // A path in the JSON says more than that there is no object, which follows from it.
        var wrong = context.ModelState.Where(entry => entry.Value?.Errors.Count > 0)
            .Select(entry => entry.Key)
            .OrderByDescending(key => key.StartsWith('$'))
            .ToList();
        return context.ActionDescriptor.Parameters.FirstOrDefault(IsBody) is { } body && wrong.Find(key => IsOfBody(key, body)) is { } place
            ? OfJson(context.HttpContext, body.ParameterType, place)
            : Say(context.HttpContext, wrong[0], "value", "The value of \"{0}\" is not of the kind that belongs there.", wrong[0]);
    }

    private static bool IsBody(ParameterDescriptor parameter) => parameter.BindingInfo?.BindingSource == BindingSource.Body;

    private static bool IsOfBody(string key, ParameterDescriptor body) => key.Length == 0 || key[0] == '$' || key == body.Name;

    /// <param name="context">The request.</param>
    /// <param name="type">What the body becomes.</param>
    /// <param name="place">Where in the body it went wrong, as JSONPath; anything else for all of it.</param>
    private static Failure OfJson(HttpContext context, Type type, string place)
    {
        var fields = type.GetProperties().ToDictionary(
            property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => property.PropertyType);
        var name = place.Split('.', '[') is ["$", var first, ..] ? first : "";
        return fields.TryGetValue(name, out var kind) && kind == typeof(string)
            ? Say(context, name, "text", "\"{0}\" takes a valid text in quotation marks.", name)
            : Say(
                context, null, "json", "The body has to be a JSON object with these fields and no others: {0}.", string.Join(", ", fields.Keys));
    }

    private static Failure Say(HttpContext context, string? field, string particular, string english, string argument) =>
        ResultExtensions.Plain(context, StatusCodes.Status400BadRequest, "malformed", particular, english, argument) with { Field = field };
}
