import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the answers to a client's first questions into a class, as constants: looking a resource up takes a tenth of a
 * start, since the loader asks every module of the runtime first.
 *
 * <pre>java src/build/PreparedText.java VERSION TARGET_FOLDER</pre>
 */
final class PreparedText {
    private PreparedText() {}

    public static void main(String[] arguments) throws IOException {
        String initialize = Files.readString(Path.of("src/main/prepared/initialize.json"))
                .replace("${project.version}", arguments[0]);
        String source = """
                package dev.wanvideo.mcp;

                /** Written by the build; whoever names one of these texts gets a copy of it. */
                final class PreparedText {
                    static final String INITIALIZE = %s;
                    static final String TOOLS = %s;
                    static final String PROVIDERS = %s;

                    private PreparedText() {}
                }
                """.formatted(literal(initialize), prepared("tools.json"), prepared("src/main/prepared/list_providers.json"));
        Path folder = Files.createDirectories(Path.of(arguments[1]).resolve("dev/wanvideo/mcp"));
        Path file = folder.resolve("PreparedText.java");
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.writeString(file, source);
        }
    }

    private static String prepared(String file) throws IOException {
        return literal(Files.readString(Path.of(file)));
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> literal.append('\\').append((char) c);
                case '\n' -> literal.append("\\n");
                default -> literal.append(c < 0x7f ? String.valueOf((char) c) : "\\u%04x".formatted(c));
            }
        });
        return literal.append('"').toString();
    }
}
