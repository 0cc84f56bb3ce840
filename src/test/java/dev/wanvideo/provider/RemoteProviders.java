package dev.wanvideo.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The remote providers that ServiceLoader finds, and how their requests travel. */
final class RemoteProviders {
    private RemoteProviders() {}

    static List<Provider> all() {
        return Catalogue.load().all().stream()
                .filter(p -> p.descriptor().execution() == Execution.REMOTE)
                .toList();
    }

    /** The provider that a recording is of, as it is set there. */
    static Provider of(Recording recording) {
        return Catalogue.load()
                .find(recording.provider())
                .orElseThrow(() -> new AssertionError("no provider for the recordings in " + recording.provider()))
                .with(recording.options());
    }

    static Wire wire(Provider provider) {
        return provider.wire().orElseThrow();
    }

    /** All headers of a request as they leave. */
    static Map<String, String> headers(Provider provider, OutgoingRequest request) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.putAll(wire(provider).authorization(Recording.KEY));
        if (!request.body().isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }
}
