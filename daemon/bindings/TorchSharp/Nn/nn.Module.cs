using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks.</summary>
    public static partial class nn
    {
        /// <summary>
        /// A part of a network: parameters that are learned, buffers that are not, and parts of its own. A subclass keeps them in fields
        /// and calls <see cref="RegisterComponents"/> at the end of its constructor; their names are the fields'.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter> _parametersByName = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> _buffersByName = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, Module> _modulesByName = new(StringComparer.Ordinal);
            private bool _registered;

            protected Module(string name) => this.name = name;

            /// <summary>Whether layers that differ between learning and use, such as batch normalisation, learn.</summary>
            public virtual bool training { get; private set; } = true;

#pragma warning disable CA1051 // The package shows this field to subclasses.
            protected string? name;
#pragma warning restore CA1051

            public virtual string GetName() => name ?? GetType().Name;

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _modulesByName.Values) child.train(train);
            }

            public virtual void eval() => train(false);

            /// <summary>Forgets all gradients.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null) continue;
                    if (set_to_none) parameter.grad = null;
                    else gradient.zero_();
                }
            }

            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in _modulesByName.Values) child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Disposes its parameters, buffers and parts.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (!_parametersByName.TryAdd(name, param)) throw Taken("parameter", name);
            }

            /// <param name="name">Under which name.</param>
            /// <param name="tensor">Moves with the module, and is not learned.</param>
            /// <param name="persistent">Whether it is saved.</param>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!_buffersByName.TryAdd(name, (tensor, persistent))) throw Taken("buffer", name);
            }

            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"A part's name must have letters and no dot; '{name}' is not such a name.", nameof(name));
                submodule.RegisterComponents();
                if (!_modulesByName.TryAdd(name, submodule)) throw Taken("part", name);
            }

            public void add_module(string name, Module module) => register_module(name, module);

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var parameter in _parametersByName.Values) parameter.DetachFromDisposeScope().Dispose();
                foreach (var (buffer, _) in _buffersByName.Values) buffer.DetachFromDisposeScope().Dispose();
                foreach (var child in _modulesByName.Values) child.Dispose();
            }

            /// <summary>Registers what the fields hold, once; fields that hold nothing yet are left out.</summary>
            protected virtual void RegisterComponents()
            {
                if (_registered) return;
                _registered = true;
                foreach (var field in Fields(GetType()))
                {
                    var component = field.ComponentName();
                    if (IsRegistered(component)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(component, module); break;
                        case Parameter parameter: register_parameter(component, parameter); break;
                        case Tensor tensor: register_buffer(component, tensor); break;
                    }
                }
            }

            private bool IsRegistered(string component) =>
                _parametersByName.ContainsKey(component) || _buffersByName.ContainsKey(component) || _modulesByName.ContainsKey(component);

            /// <summary>Registers, replaces or, with null, takes out.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null) _parametersByName.Remove(name);
                else _parametersByName[name] = value;
            }

            /// <summary>Registers, replaces or, with null, takes out.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null) _buffersByName.Remove(name);
                else _buffersByName[name] = (value, persistent);
            }

            /// <summary>Converts and moves parameters and buffers; objects stay, their memory changes.</summary>
            internal void Move(ScalarType? type, Device? device, bool nonBlocking)
            {
                if (type is { } wanted && !torch.is_floating_point(wanted))
                    throw new ArgumentException($"A module can have floating-point types only, and {wanted} is none.", nameof(type));
                using var untracked = no_grad();
                using var scope = NewDisposeScope();
                foreach (var tensor in parameters().Concat(buffers())) tensor.Move(type, device, nonBlocking);
            }

            // Names are looked for from the subclass up, so that a subclass's field hides its base's of the same name.
            private static IEnumerable<FieldInfo> Fields(Type type)
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                for (var current = type; current is not null && current != typeof(Module); current = current.BaseType)
                {
                    foreach (var field in current.GetFields(
                        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                    {
                        if (seen.Add(field.Name)) yield return field;
                    }
                }
            }

            private static InvalidOperationException Taken(string kind, string name) =>
                new($"The module already has a {kind} named '{name}'.");
        }
    }
}
