package dev.wanvideo.app.client;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The MCP clients whose configuration is known here, as their documentation had it on 2026-11-21. */
public enum Client {
    /** https://modelcontextprotocol.io/docs/develop/connect-local-servers */
    CLAUDE_DESKTOP("Claude Desktop", "mcpServers", Map.of()) {
        @Override
        public Path file(UserPlaces places) {
            return places.settings().resolve("Claude").resolve("claude_desktop_config.json");
        }
    },
    /** https://code.claude.com/docs/en/mcp: servers of the user scope. */
    CLAUDE_CODE("Claude Code", "mcpServers", Map.of("type", "stdio")) {
        @Override
        public Path file(UserPlaces places) {
            return places.named("CLAUDE_CONFIG_DIR").orElse(places.home()).resolve(".claude.json");
        }

        @Override
        Optional<String> ownCommand(StartCommand start) {
            return Optional.of("claude mcp add --scope user " + NAME + " -- " + start.shellWords());
        }
    },
    /** https://cursor.com/docs/context/mcp */
    CURSOR("Cursor", "mcpServers", Map.of()) {
        @Override
        public Path file(UserPlaces places) {
            return places.home().resolve(".cursor").resolve("mcp.json");
        }
    },
    /** https://code.visualstudio.com/docs/agents/reference/mcp-configuration: the default profile. */
    VS_CODE("VS Code", "servers", Map.of("type", "stdio")) {
        @Override
        public Path file(UserPlaces places) {
            return places.settings().resolve("Code").resolve("User").resolve("mcp.json");
        }
    },
    /** https://developers.openai.com/codex/mcp */
    CODEX("Codex", "mcp_servers", Map.of()) {
        @Override
        public Path file(UserPlaces places) {
            return places.named("CODEX_HOME")
                    .orElse(places.home().resolve(".codex"))
                    .resolve("config.toml");
        }

        @Override
        ConfigText text() {
            return new TomlConfig(key());
        }

        @Override
        Optional<String> ownCommand(StartCommand start) {
            return Optional.of("codex mcp add " + NAME + " -- " + start.shellWords());
        }
    },
    /** https://geminicli.com/docs/tools/mcp-server */
    GEMINI("Gemini CLI", "mcpServers", Map.of()) {
        @Override
        public Path file(UserPlaces places) {
            return places.home().resolve(".gemini").resolve("settings.json");
        }

        @Override
        Optional<String> ownCommand(StartCommand start) {
            return Optional.of("gemini mcp add -s user " + NAME + " " + start.shellWords());
        }
    };

    /** What the server is called in a configuration; with a tool's name it stays below 60 characters. */
    static final String NAME = "wan-video";

    private final String title;
    private final String key;
    private final Map<String, String> extra;

    /**
     * @param key under which the file holds its servers
     * @param extra what an entry has beside the command and its arguments
     */
    Client(String title, String key, Map<String, String> extra) {
        this.title = title;
        this.key = key;
        this.extra = extra;
    }

    /** The client with this id; letters count alone, so that {@code vscode} is one. */
    public static Optional<Client> named(String id) {
        return Arrays.stream(values())
                .filter(client -> letters(client.id()).equals(letters(id)))
                .findFirst();
    }

    /** All ids, for a sentence. */
    public static String ids() {
        return Arrays.stream(values()).map(Client::id).collect(Collectors.joining(", "));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** The configuration file of this person. */
    public abstract Path file(UserPlaces places);

    /** A whole file that holds this server alone. */
    public String whole(StartCommand start) {
        return text().with(entry(start), "");
    }

    /** What a person does to get the server into the client, line by line. */
    public List<String> lines(StartCommand start, UserPlaces places) {
        return List.of(
                title + " (" + file(places) + ")",
                whole(start).stripTrailing().indent(2).stripTrailing(),
                ownCommand(start).map(command -> "  or: " + command).orElse("  Restart it then."));
    }

    ConfigText text() {
        return new JsonConfig(key);
    }

    Entry entry(StartCommand start) {
        return new Entry(NAME, extra, start);
    }

    String key() {
        return key;
    }

    /** The client's own way to add a server. */
    Optional<String> ownCommand(StartCommand start) {
        return Optional.empty();
    }

    private static String letters(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
