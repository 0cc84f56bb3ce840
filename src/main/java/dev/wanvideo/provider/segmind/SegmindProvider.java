package dev.wanvideo.provider.segmind;

import com.google.auto.service.AutoService;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.RemoteProvider;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Uploads;
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
    private static final String UPLOAD_BASE = "https://workflows-api.segmind.com";

    private final Optional<String> uploadBase;

    /** As published. */
    public SegmindProvider() {
        this(RemoteSettings.of(Map.of(), BASE), Optional.of(UPLOAD_BASE));
    }

    private SegmindProvider(RemoteSettings settings, Optional<String> uploadBase) {
        super(SegmindLimits.DESCRIPTOR, settings, Option.UPLOAD_BASE_URL);
        this.uploadBase = uploadBase;
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
        return new SegmindProvider(RemoteSettings.of(values, BASE), RemoteSettings.uploadBase(values, UPLOAD_BASE));
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(new SegmindWire(settings()));
    }

    @Override
    public Optional<Uploads> uploads() {
        return uploadBase.map(SegmindUploads::new);
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return Optional.of(new SegmindEmulation(settings()));
    }
}
