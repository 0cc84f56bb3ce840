package dev.wanvideo.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose words a model is spoken to in, and what is usual there. */
enum Host {
    ANTHROPIC("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "https://api.anthropic.com/v1", "claude-sonnet-4-6"),
    OPENAI("OPENAI_API_KEY", "OPENAI_BASE_URL", "https://api.openai.com/v1", "gpt-5-mini");

    private final String keyVariable;
    private final String addressVariable;
    private final String address;
    private final String model;

    Host(String keyVariable, String addressVariable, String address, String model) {
        this.keyVariable = keyVariable;
        this.addressVariable = addressVariable;
        this.address = address;
        this.model = model;
    }

    static Optional<Host> named(String id) {
        return Stream.of(values())
                .filter(host -> host.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String keyVariable() {
        return keyVariable;
    }

    String addressVariable() {
        return addressVariable;
    }

    /** Where its own models are. */
    String address() {
        return address;
    }

    /** The model there when nobody names one. */
    String model() {
        return model;
    }

    /** Anthropic's variable is usually written without the version, which belongs to the path. */
    String completed(String given) {
        String bare = given.replaceFirst("/+$", "");
        return this == ANTHROPIC && !bare.endsWith("/v1") ? bare + "/v1" : bare;
    }
}
