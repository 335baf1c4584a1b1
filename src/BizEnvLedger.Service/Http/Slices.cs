using System.Reflection;

namespace BizEnvLedger.Service.Http;

/// <summary>Finds what the slices contribute, so that adding a slice changes no file outside its folder.</summary>
public static class Slices
{
    /// <summary>
    /// Calls the public static method <paramref name="method"/> of every class marked with <typeparamref name="TMark"/>, in name order.
    /// A marked class without that exact method stops the start: a slice must never be silently absent.
    /// </summary>
    public static void Call<TMark>(string method, params object[] arguments) where TMark : Attribute =>
        Call<TMark>(typeof(Slices).Assembly, method, arguments);

    /// <summary>The same for another assembly.</summary>
    public static void Call<TMark>(Assembly assembly, string method, params object[] arguments) where TMark : Attribute
    {
        var slices = assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(TMark), inherit: false))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (var slice in slices)
        {
            Method(slice, method, arguments).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        }
    }

    private static MethodInfo Method(Type slice, string name, object[] arguments) =>
        slice.GetMethods(BindingFlags.Public | BindingFlags.Static).SingleOrDefault(method =>
            method.Name == name
            && method.GetParameters() is var parameters
            && parameters.Length == arguments.Length
            && parameters.Zip(arguments).All(pair => pair.First.ParameterType.IsInstanceOfType(pair.Second)))
        ?? throw new InvalidOperationException(
            $"{slice.FullName} must have one public static method {name}({string.Join(", ", arguments.Select(a => a.GetType().Name))}).");
}
