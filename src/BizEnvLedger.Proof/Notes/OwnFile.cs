using System.Text;

namespace BizEnvLedger.Proof;

/// <summary>Files that nobody but their owner reads: keys, and what a log or a witness must not forget.</summary>
public static class OwnFile
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Written beside, brought to the disk and renamed: a crash leaves the old file or the new one.</summary>
    public static void Write(string file, string text, bool overwrite)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mode;
        var part = file + ".part";
        using (var stream = new FileStream(part, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file, overwrite);
    }
}
