package dev.wanvideo.chat;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong with a model, in one sentence and without any key. */
final class ModelTrouble {
    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ModelChoice choice;

    ModelTrouble(ModelChoice choice) {
        this.choice = choice;
    }

    String sentence(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .toList();
        String what = causes.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElse("The answer of " + choice.title() + " broke off.");
        return what + " The conversation goes on: say it again when it is mended.";
    }

    private Optional<String> known(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return Optional.of(choice.authority() + " does not accept the key: " + keyHint());
        }
        if (cause instanceof RateLimitException) {
            return Optional.of(choice.authority() + " takes no more just now, by its limits or for want of credit.");
        }
        if (cause instanceof ModelNotFoundException) {
            return Optional.of(choice.authority() + " has no model " + choice.model() + ": set " + ChatSettings.MODEL
                    + " to one that it has.");
        }
        if (cause instanceof InvalidRequestException || cause instanceof ContentFilteredException) {
            return Optional.of(choice.title() + " refused" + reason(cause) + ".");
        }
        return unreachable(cause);
    }

    private Optional<String> unreachable(Throwable cause) {
        if (cause instanceof UnresolvedModelServerException
                || cause instanceof ConnectException
                || cause instanceof UnresolvedAddressException) {
            return Optional.of(choice.authority() + " cannot be reached: is it running, and is the network there?");
        }
        if (cause instanceof TimeoutException || cause instanceof java.net.http.HttpTimeoutException) {
            return Optional.of(choice.title() + " did not answer in time.");
        }
        if (cause instanceof InternalServerException) {
            return Optional.of(choice.authority() + " has trouble of its own" + reason(cause) + ".");
        }
        if (cause instanceof HttpException http) {
            return Optional.of(choice.authority() + " answered with status " + http.statusCode() + reason(cause) + ".");
        }
        return Optional.empty();
    }

    private String keyHint() {
        return choice.ownAddress()
                ? "set " + choice.host().keyVariable() + " to a valid one."
                : "set " + ChatSettings.API_KEY + " to one of its own.";
    }

    /** The host's own words where there are any, on one line. */
    private String reason(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        String words = told(message).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String hidden = choice.key().map(key -> words.replace(key, "[key]")).orElse(words);
        String shorter = hidden.length() > LONGEST ? hidden.substring(0, LONGEST) + "..." : hidden;
        return shorter.isEmpty() ? "" : ": " + shorter.replaceFirst("\\.$", "");
    }

    private static String told(String message) {
        try {
            JsonNode error = JSON.readTree(message).path("error");
            return error.isString() ? error.asString() : error.path("message").asString("");
        } catch (JacksonException e) {
            return message.startsWith("<") ? "" : message;
        }
    }
}
