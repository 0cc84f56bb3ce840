package dev.wanvideo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to put into a client's configuration so that it starts this very program. */
record ClientSnippets(String command, List<String> arguments) {
    static ClientSnippets forThisProgram() {
        Path jar =
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().normalize();
        Path launcher = jar.resolveSibling("..").resolve("wan-video-mcp").normalize();
        return Files.isExecutable(launcher) && Files.isRegularFile(launcher)
                ? new ClientSnippets(launcher.toString(), List.of())
                : new ClientSnippets(ServerProcess.java(), List.of("-jar", jar.toString()));
    }

    List<String> lines() {
        return List.of(
                "Claude Desktop (claude_desktop_config.json), Cursor (.cursor/mcp.json)",
                "  {\"mcpServers\": {\"wan-video\": " + entry() + "}}",
                "VS Code (.vscode/mcp.json)",
                "  {\"servers\": {\"wan-video\": " + entry() + "}}",
                "Claude Code",
                "  claude mcp add wan-video -- " + shellWords());
    }

    private String entry() {
        String args = arguments.stream().map(ClientSnippets::quoted).collect(Collectors.joining(", "));
        return "{\"command\": " + quoted(command) + (arguments.isEmpty() ? "}" : ", \"args\": [" + args + "]}");
    }

    private String shellWords() {
        return Stream.concat(Stream.of(command), arguments.stream())
                .map(word -> word.matches("[\\w./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
