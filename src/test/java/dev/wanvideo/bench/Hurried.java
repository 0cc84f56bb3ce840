package dev.wanvideo.bench;

import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.Manners;
import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.Wire;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A remote provider that may be called more often than it allows.
 *
 * @param times how much more often
 */
public record Hurried(Provider provider, int times) implements Provider {
    /** What it does allow. */
    int submitsPerMinute() {
        return provider.descriptor().manners().orElseThrow().submitsPerMinute();
    }

    @Override
    public Descriptor descriptor() {
        Descriptor told = provider.descriptor();
        Manners real = told.manners().orElseThrow();
        Manners raised = new Manners(
                real.submitsPerMinute() * times, real.pollsPerMinute() * times, real.failedIsFree(), real.source());
        return new Descriptor(
                told.id(),
                told.name(),
                told.keyVariable(),
                told.constraints(),
                told.features(),
                told.typicalSeconds(),
                told.execution(),
                Optional.of(raised));
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return provider.quote(request, findings);
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return provider.request(request);
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        return provider.warnings(request);
    }

    @Override
    public List<Option> options() {
        return provider.options();
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new Hurried(provider.with(values), times);
    }

    @Override
    public Optional<Wire> wire() {
        return provider.wire();
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return provider.emulated();
    }
}
