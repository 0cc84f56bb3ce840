package dev.wanvideo.e2e;

import dev.wanvideo.sandbox.Pace;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxBooks;
import dev.wanvideo.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All paid providers as the sandbox stands in for them, and what points a server there. */
final class Marketplace implements AutoCloseable {
    private final Path root;
    private final Sandbox sandbox;

    private Marketplace(Path root, Sandbox sandbox) {
        this.root = root;
        this.sandbox = sandbox;
    }

    /** Opens with films that take so many seconds. */
    static Marketplace open(Path root, double seconds) throws IOException {
        SandboxSettings settings = SandboxSettings.in(root.resolve("sandbox")).at(Pace.ofSeconds(seconds));
        return new Marketplace(root, Sandbox.start(settings));
    }

    Sandbox sandbox() {
        return sandbox;
    }

    List<String> providers() {
        return List.copyOf(sandbox.environment().keySet());
    }

    /** A key that could not be mistaken for anything else. */
    static String key(String provider) {
        return "key-" + Integer.toHexString(provider.hashCode()) + "-of-nobody-else";
    }

    /** A server with a key for these providers alone. */
    Premises premises(List<String> providers) {
        Premises premises =
                Premises.in(root).with("WAN_VIDEO_ALLOW_HOSTS", "127.0.0.1").with("WAN_VIDEO_POLL_SECONDS", "0.3");
        for (String provider : providers) {
            Map<String, String> variables = sandbox.environment().getOrDefault(provider, Map.of());
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                boolean key = variable.getKey().endsWith("_API_KEY");
                premises = premises.with(variable.getKey(), key ? key(provider) : variable.getValue());
            }
        }
        return premises;
    }

    Premises premises() {
        return premises(providers());
    }

    String media(String name) {
        return sandbox.address() + "/media/" + name;
    }

    /** A film that every provider takes. */
    Map<String, Object> film(String prompt) {
        Map<String, Object> film = new LinkedHashMap<>();
        film.put("prompt", "@anna " + prompt);
        film.put("references", List.of(Map.of("name", "anna", "image", media("anna.png"))));
        film.put("duration", 5);
        return film;
    }

    Map<String, Object> film(String prompt, String provider) {
        Map<String, Object> film = film(prompt);
        film.put("provider", provider);
        return film;
    }

    /** What was ordered under a prompt that holds these words. */
    List<SandboxBooks.Entry> ordered(String words) {
        return sandbox.books().entries().stream()
                .filter(entry -> entry.prompt().contains(words))
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
