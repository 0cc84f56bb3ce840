package dev.wanvideo.provider.segmind;

import com.google.auto.service.AutoService;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.RemoteProvider;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Wire;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** WAN 2.7 at Segmind: queued first, and where the queue does not know the model, by the blocking call. */
@AutoService(Provider.class)
public final class SegmindProvider extends RemoteProvider {
    private static final String BASE = "https://api.segmind.com";

    /** As published. */
    public SegmindProvider() {
        this(RemoteSettings.of(Map.of(), BASE));
    }

    private SegmindProvider(RemoteSettings settings) {
        super(SegmindLimits.DESCRIPTOR, settings);
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return SegmindLimits.PRICES.quote(request, findings, settings().pricePerSecond());
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest("POST", settings().at(SegmindWire.QUEUED), SegmindBody.of(request));
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        return SegmindBody.warnings(request);
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new SegmindProvider(RemoteSettings.of(values, BASE));
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(new SegmindWire(settings()));
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return Optional.of(new SegmindEmulation(settings()));
    }
}
