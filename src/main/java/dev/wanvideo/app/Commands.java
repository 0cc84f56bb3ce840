package dev.wanvideo.app;

import dev.wanvideo.mcp.ToolDefinitions;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The words after {@code wan-video-mcp}; without one it is the stdio server. */
@Command(
        name = "wan-video-mcp",
        description = "An MCP server that makes WAN 2.7 reference-to-video films. Without a command it serves one"
                + " client over standard input and output.",
        footer = {
            "",
            "Settings are environment variables, lines NAME=value of config.properties in the platform's folder for user data, or flags of the server:"
                    + " WAN_VIDEO_OUTPUT_DIR is --output-dir. wan-video-mcp doctor shows what is in force."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Commands.class)
final class Commands implements Callable<Integer>, CommandLine.IVersionProvider {
    private Commands() {}

    static int run(String[] args, PrintStream out) {
        PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand(new HttpCommand())
                .addSubcommand(new TryCommand(writer))
                .addSubcommand(new ChatCommand(writer))
                .addSubcommand(new DoctorCommand(writer))
                .addSubcommand(new ToolsCommand(writer))
                .addSubcommand(new SandboxCommand(writer))
                .addSubcommand(new ResolveCommand(writer))
                .addSubcommand(new TokenCommand(writer))
                .setOut(writer)
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("wan-video-mcp: " + failure.getMessage());
                    return 1;
                });
        int code = line.execute(args);
        writer.flush();
        return code;
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                new CommandLine(this), "Name a command: http, try, chat, doctor, tools, resolve, token or sandbox.");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"wan-video-mcp " + Release.version()};
    }

    /** Prints the tools exactly as {@code tools/list} answers them. */
    @Command(name = "tools", description = "Prints tools.json: the tools as clients see them.")
    static final class ToolsCommand implements Callable<Integer> {
        private final PrintWriter out;

        ToolsCommand(PrintWriter out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            out.print(ToolDefinitions.json());
            return 0;
        }
    }
}
