using System.Text;
using PdnColorize.Colorization.Devices;
using PdnColorize.Host.Commands;

NativeHeap.KeepFreedBlocks();
// Whatever the system's code page is: names like 'ねこ.png' must survive in messages, and JSON is UTF-8 by definition.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandRunner.Run(CommandLine.CreateRoot(), args);
