package dev.wanvideo.provider.dashscope;

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
import dev.wanvideo.video.RequestMedia;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** WAN 2.7 at DashScope: in Singapore unless the base URL says otherwise; key, host and model share a region. */
@AutoService(Provider.class)
public final class DashscopeProvider extends RemoteProvider {
    private static final String VERSION = "/api/v1";
    private static final String BASE = "https://dashscope-intl.aliyuncs.com" + VERSION;
    private static final Option MODEL = Option.oneOf("model", "wan2.7-r2v", "wan2.7-r2v-2026-06-12");

    private final String model;

    /** In Singapore, under the model's plain name. */
    public DashscopeProvider() {
        this(RemoteSettings.of(Map.of(), BASE), MODEL.words().get(0));
    }

    private DashscopeProvider(RemoteSettings settings, String model) {
        super(DashscopeLimits.DESCRIPTOR, settings, MODEL);
        this.model = model;
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return DashscopePrices.at(settings().base())
                .quote(request, findings, settings().pricePerSecond());
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        // Without the header the call is refused: there is no other way than asynchronous.
        return new OutgoingRequest(
                "POST", settings().at(DashscopeWire.CREATE), headers(request), DashscopeBody.of(request, model));
    }

    private static Map<String, String> headers(ReferenceVideoRequest request) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-DashScope-Async", "enable");
        boolean uploaded = RequestMedia.of(request).stream()
                .anyMatch(media -> media.source().text().startsWith(DashscopeUploads.SCHEME + "://"));
        if (uploaded) {
            headers.put("X-DashScope-OssResourceResolve", "enable");
        }
        return headers;
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        return DashscopeBody.warnings(request);
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new DashscopeProvider(
                versioned(RemoteSettings.of(values, BASE)),
                values.getOrDefault(MODEL.name(), MODEL.words().get(0)));
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(new DashscopeWire(settings(), model));
    }

    @Override
    public Optional<Uploads> uploads() {
        return Optional.of(new DashscopeUploads(settings(), model));
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return Optional.of(new DashscopeEmulation(settings()));
    }

    /** People write the base with and without the version that precedes every path. */
    private static RemoteSettings versioned(RemoteSettings told) {
        return told.base().endsWith(VERSION) ? told : new RemoteSettings(told.base() + VERSION, told.pricePerSecond());
    }
}
