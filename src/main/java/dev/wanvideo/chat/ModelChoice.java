package dev.wanvideo.chat;

import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A model that can be spoken to.
 *
 * @param address its base URL, with the version and without a slash at the end
 * @param key sent to that address alone; empty for a server that wants none
 */
public record ModelChoice(Host host, String model, String address, Optional<String> key) implements Selection {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 8192;

    /** The model and where it is, for a person. */
    public String title() {
        return model + " at " + authority();
    }

    String authority() {
        return URI.create(address).getAuthority();
    }

    boolean ownAddress() {
        return address.equals(host.address());
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ModelChoice[" + host.id() + ", " + title() + "]";
    }

    StreamingChatModel open() {
        return switch (host) {
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .baseUrl(address)
                        .apiKey(key.orElse("none"))
                        .modelName(model)
                        .maxTokens(LONGEST_ANSWER)
                        .cacheSystemMessages(true)
                        .cacheTools(true)
                        .timeout(PATIENCE)
                        .build();
            case OPENAI ->
                OpenAiStreamingChatModel.builder()
                        .baseUrl(address)
                        .apiKey(key.orElse("none"))
                        .modelName(model)
                        .timeout(PATIENCE)
                        .build();
        };
    }
}
