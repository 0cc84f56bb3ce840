package dev.wanvideo.app;

import dev.wanvideo.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What to set so that a server uses a sandbox: lines for a shell, or a block for a client's configuration. */
final class SandboxHints {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<String, String> COMMON = common();

    private SandboxHints() {}

    /** Lines that can be pasted into a shell. */
    static List<String> shell(Sandbox sandbox) {
        return Stream.concat(sandbox.environment().values().stream(), Stream.of(COMMON))
                .map(SandboxHints::export)
                .toList();
    }

    /** An object with an {@code env} block, as clients' configurations have it. */
    static List<String> json(Sandbox sandbox) {
        Map<String, String> all = new LinkedHashMap<>();
        sandbox.environment().values().forEach(all::putAll);
        all.putAll(COMMON);
        return List.of(JSON.writeValueAsString(Map.of("env", all)));
    }

    private static String export(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(e -> e.getKey() + "=" + word(e.getValue()))
                .collect(Collectors.joining(" ", "export ", ""));
    }

    private static String word(String value) {
        return value.matches("[\\w./:=+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private static Map<String, String> common() {
        Map<String, String> common = new LinkedHashMap<>();
        common.put(SettingNames.ALLOW_HOSTS, "127.0.0.1");
        common.put(SettingNames.POLL_SECONDS, "1");
        return common;
    }
}
