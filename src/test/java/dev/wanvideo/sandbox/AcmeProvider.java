package dev.wanvideo.sandbox;

import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.Manners;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Source;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A provider that nobody else knows, with a wire of its own. */
public record AcmeProvider(String id) implements Provider {
    private static final Manners MANNERS =
            new Manners(60, 60, true, Source.of("https://acme.example/docs", "2026-11-20"));

    @Override
    public Descriptor descriptor() {
        return Descriptor.remote(id, "Acme", Wan27.ALL, List.of(), 60, MANNERS);
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return Quote.UNKNOWN;
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest("POST", "https://acme.example/v1/films", Map.of());
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return Optional.of(new AcmeWire());
    }
}
