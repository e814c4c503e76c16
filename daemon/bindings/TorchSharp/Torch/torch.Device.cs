using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The current CUDA device.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    private static Device _defaultDevice = CPU;

    /// <param name="description">For example <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</param>
    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    public static Device get_default_device() => _defaultDevice;

    public static void set_default_device(Device device) => _defaultDevice = device;

    public static void set_default_device(string device) => _defaultDevice = new Device(device);

    /// <summary>Where a tensor lies.</summary>
    public class Device
    {
        /// <param name="description">For example <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</param>
        /// <exception cref="ArgumentException">No device is called that.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = TypeOf(parts[0], description);
            index = -1;
            if (parts.Length == 1) return;
            if (parts.Length > 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw Unknown(description);
            index = number;
        }

        public Device(string deviceType, int index = -1)
        {
            type = TypeOf(deviceType, deviceType);
            this.index = index;
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The CUDA device of this number.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        /// <summary>Which of several devices of this type; -1: the current one.</summary>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        private static DeviceType TypeOf(string name, string description) =>
            !name.Any(char.IsDigit) && Enum.TryParse<DeviceType>(name, ignoreCase: true, out var type) && Enum.IsDefined(type)
                ? type
                : throw Unknown(description);

        private static ArgumentException Unknown(string description) =>
            new($"No device is called '{description}'. Devices are called 'cpu', 'cuda' or, with a number, 'cuda:0'.", nameof(description));
    }
}
