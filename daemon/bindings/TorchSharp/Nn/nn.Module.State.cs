using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // What a module holds, under names like "part.part.weight".
        public partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _modulesByName.Select(child => (child.Key, child.Value));

            public virtual IEnumerable<Module> children() => _modulesByName.Values;

            public virtual IEnumerable<(string name, Module module)> named_modules() => _modulesByName.SelectMany(child =>
                child.Value.named_modules().Select(inner => ($"{child.Key}.{inner.name}", inner.module)).Prepend((child.Key, child.Value)));

            public virtual IEnumerable<Module> modules() => named_modules().Select(item => item.module);

            /// <summary>Each parameter once, also when several parts share it.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (key, parameter) in _parametersByName)
                    if (seen.Add(parameter)) yield return (key, parameter);
                if (!recurse) yield break;
                foreach (var (prefix, child) in _modulesByName)
                {
                    foreach (var (key, parameter) in child.named_parameters())
                        if (seen.Add(parameter)) yield return ($"{prefix}.{key}", parameter);
                }
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(item => item.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (key, (buffer, persistent)) in _buffersByName)
                    if ((persistent || include_nonpersistent) && seen.Add(buffer)) yield return (key, buffer);
                if (!recurse) yield break;
                foreach (var (prefix, child) in _modulesByName)
                {
                    foreach (var (key, buffer) in child.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer)) yield return ($"{prefix}.{key}", buffer);
                }
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(item => item.buffer);

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual Parameter? get_parameter(string target) =>
                named_parameters().FirstOrDefault(item => item.name == target).parameter;

            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(item => item.name == target).buffer;

            /// <summary>All that is saved: parameters, then buffers. The tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new Dictionary<string, Tensor>(StringComparer.Ordinal);
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (key, parameter) in named_parameters()) destination.TryAdd(start + key, parameter);
                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(start + key, buffer);
                return destination;
            }

            /// <summary>Copies the numbers of <paramref name="source"/> into the module's own tensors.</summary>
            /// <param name="source">Tensors by name; types and devices may differ, shapes may not.</param>
            /// <param name="strict">Whether all names must agree.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <exception cref="InvalidOperationException">Names disagree, and <paramref name="strict"/> is set.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var ours = state_dict();
                var skipped = (skip ?? []).ToHashSet(StringComparer.Ordinal);
                List<string> missing = [.. ours.Keys.Where(key => !source.ContainsKey(key) && !skipped.Contains(key))];
                List<string> unexpected = [.. source.Keys.Where(key => !ours.ContainsKey(key) && !skipped.Contains(key))];
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"The tensors do not fit {GetName()}. Missing: {Listed(missing)}. Not expected: {Listed(unexpected)}.");
                }

                using var untracked = no_grad();
                foreach (var (key, tensor) in source)
                    if (!skipped.Contains(key) && ours.TryGetValue(key, out var own)) own.copy_(tensor);
                return (missing, unexpected);
            }

            private static string Listed(List<string> names) => names.Count switch
            {
                0 => "none",
                <= 5 => string.Join(", ", names),
                _ => string.Join(", ", names.Take(5)) + $" and {names.Count - 5} more",
            };
        }
    }
}
