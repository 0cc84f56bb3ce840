package dev.wanvideo.provider;

import dev.wanvideo.http.ApiCall;
import dev.wanvideo.provider.ProviderGateway.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One remote provider as the gateway knows it: its wire, the account's key, and the account's limits. */
final class Seller {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** Where a provider tells no limits, one call a second is what any of them takes. */
    private static final int MODEST = 60;

    private final Descriptor told;
    private final Wire wire;
    private final Optional<UploadHost> uploads;
    private final String key;
    private final Throttle submits;
    private final Throttle polls;

    Seller(Descriptor told, Wire wire, Optional<Uploads> uploads, String key, LongSupplier nanoTime) {
        this.told = told;
        this.wire = wire;
        this.uploads = uploads.map(takes -> new UploadHost(told.id(), told.name(), takes));
        this.key = key.strip();
        this.submits =
                new Throttle(told.manners().map(Manners::submitsPerMinute).orElse(MODEST), nanoTime);
        this.polls = new Throttle(told.manners().map(Manners::pollsPerMinute).orElse(MODEST), nanoTime);
    }

    String name() {
        return told.name();
    }

    Wire wire() {
        return wire;
    }

    /** How it takes files; empty when it takes none. */
    Optional<UploadHost> uploads() {
        return uploads;
    }

    /** The headers that carry the key. */
    Map<String, String> keyHeaders() {
        return wire.authorization(key);
    }

    Throttle throttle(Kind kind) {
        return switch (kind) {
            case SUBMIT -> submits;
            case POLL -> polls;
        };
    }

    /** Why nothing can be asked of it; empty when it can. */
    Optional<String> missing() {
        return told.keyVariable()
                .filter(variable -> key.isEmpty())
                .map(variable -> told.name() + " has no key: set " + variable);
    }

    /**
     * The call that a request means, with the key in its headers.
     *
     * @throws RuntimeException when the request is none
     */
    ApiCall call(OutgoingRequest request, Duration patience) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.putAll(keyHeaders());
        Optional<String> body =
                request.body().isEmpty() ? Optional.empty() : Optional.of(JSON.writeValueAsString(request.body()));
        return new ApiCall(request.method(), URI.create(request.url()), headers, body, patience);
    }
}
