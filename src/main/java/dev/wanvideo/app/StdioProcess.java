package dev.wanvideo.app;

import dev.wanvideo.mcp.FirstAnswers;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.stdio.StdioServer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A process that serves one client over its standard streams and ends when the client does. */
final class StdioProcess {
    private StdioProcess() {}

    static void run(String[] args, OutputStream protocol) {
        if (args.length > 0) {
            refuseUnknown(Flags.read(List.of(args)));
        }
        PreparedAnswers prepared = prepared();
        ServerCore core = new ServerCore(args);
        Runtime.getRuntime().addShutdownHook(new Thread(core, "shutdown"));
        try {
            new StdioServer(System.in, protocol, prepared, core, new SleepingHome(args), new HandBack()).run();
            core.run();
        } finally {
            // Nothing is left to do, and an orderly exit would wait for the network client's threads.
            Runtime.getRuntime().halt(0);
        }
    }

    /** What every transport answers by itself. */
    static PreparedAnswers prepared() {
        return new PreparedAnswers(
                FirstAnswers.initialize(),
                FirstAnswers.tools().getBytes(StandardCharsets.UTF_8),
                FirstAnswers.statelessCapabilities());
    }

    private static void refuseUnknown(Flags flags) {
        if (!flags.problems().isEmpty()) {
            flags.problems().forEach(System.err::println);
            Runtime.getRuntime().halt(2);
        }
    }
}
