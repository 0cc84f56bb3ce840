package dev.wanvideo.chat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the settings say about a model: one that can be spoken to, or why there is none. */
public sealed interface Selection permits ModelChoice, Selection.None {
    /** No model, and for a person how to get one, line by line. */
    record None(List<String> lines) implements Selection {
        public None {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Chooses by what is set: the named provider, else any base URL of the chat's own, else the family that the model's
     * name tells, else whoever there is a key for, Anthropic first.
     *
     * @param settings the value of a setting, empty when absent
     */
    static Selection of(Function<String, Optional<String>> settings) {
        Optional<String> named = settings.apply(ChatSettings.PROVIDER);
        if (named.isPresent() && Host.named(named.get()).isEmpty()) {
            return new None(List.of(ChatSettings.PROVIDER
                    + " must be anthropic or openai; openai is every server with an OpenAI-compatible endpoint."));
        }
        return named.flatMap(Host::named)
                .or(() -> guessed(settings))
                .map(host -> of(host, settings))
                .orElseGet(() -> new None(HOW_TO));
    }

    private static Optional<Host> guessed(Function<String, Optional<String>> settings) {
        if (settings.apply(ChatSettings.BASE_URL).isPresent()) {
            return Optional.of(Host.OPENAI);
        }
        boolean anthropic = settings.apply(Host.ANTHROPIC.keyVariable()).isPresent();
        boolean openAi = settings.apply(Host.OPENAI.keyVariable()).isPresent()
                || settings.apply(Host.OPENAI.addressVariable()).isPresent();
        if (anthropic && openAi) {
            return Optional.of(
                    settings.apply(ChatSettings.MODEL)
                                    .filter(Selection::isForeign)
                                    .isPresent()
                            ? Host.OPENAI
                            : Host.ANTHROPIC);
        }
        return anthropic ? Optional.of(Host.ANTHROPIC) : openAi ? Optional.of(Host.OPENAI) : Optional.empty();
    }

    private static boolean isForeign(String model) {
        return !model.toLowerCase(Locale.ROOT).startsWith("claude");
    }

    private static Selection of(Host host, Function<String, Optional<String>> settings) {
        Optional<String> own = settings.apply(ChatSettings.BASE_URL);
        String address = own.or(() -> settings.apply(host.addressVariable()))
                .map(host::completed)
                .orElse(host.address());
        if (!isAddress(address)) {
            return new None(List.of((own.isPresent() ? ChatSettings.BASE_URL : host.addressVariable())
                    + " must be an address such as http://127.0.0.1:11434/v1."));
        }
        // A key goes only to the address that it was set beside.
        Optional<String> key = settings.apply(ChatSettings.API_KEY)
                .or(() -> own.isPresent() ? Optional.empty() : settings.apply(host.keyVariable()));
        if (key.isEmpty() && address.equals(host.address())) {
            return new None(List.of(host.keyVariable() + " is not set, and " + host.id() + " needs it."));
        }
        Optional<String> model = settings.apply(ChatSettings.MODEL)
                .or(() -> address.equals(host.address()) ? Optional.of(host.model()) : Optional.empty());
        return model.<Selection>map(name -> new ModelChoice(host, name, address, key))
                .orElseGet(() -> new None(List.of("Which model of " + address + "? Set " + ChatSettings.MODEL + ".")));
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    List<String> HOW_TO = List.of(
            "No model is set. Set one of these, in the environment or in config.properties:",
            "  ANTHROPIC_API_KEY=...                                    Claude",
            "  OPENAI_API_KEY=...                                       OpenAI",
            "  WAN_VIDEO_CHAT_BASE_URL=http://127.0.0.1:11434/v1        Ollama, vLLM or any OpenAI-compatible server,",
            "  WAN_VIDEO_CHAT_MODEL=qwen3                               with the model that it serves",
            "Without any model, wan-video-mcp try makes a film at once.");
}
