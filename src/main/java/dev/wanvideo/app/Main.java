package dev.wanvideo.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * The entry. Everything before the first answer on stdio is kept tiny: with no command this class loads neither a
 * command-line parser nor a logger.
 */
public final class Main {
    private Main() {}

    /** No argument, or settings as flags: the stdio server. Otherwise a command. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        // Standard output is the protocol's alone, whatever a library prints.
        System.setOut(System.err);
        Logging.install();
        if (args.length == 0 || isSetting(args[0])) {
            StdioProcess.run(args, new FileOutputStream(FileDescriptor.out));
        } else {
            System.exit(Commands.run(args, out));
        }
    }

    private static boolean isSetting(String arg) {
        return arg.startsWith("--") && !arg.startsWith("--help") && !arg.startsWith("--version");
    }
}
