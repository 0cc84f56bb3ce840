package dev.wanvideo.provider.aimlapi;

import com.google.auto.service.AutoService;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.Manners;
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

/** AI/ML API's {@code alibaba/wan-2-7-r2v}. */
@AutoService(Provider.class)
public final class AimlapiProvider extends RemoteProvider {
    static final String MODEL = "alibaba/wan-2-7-r2v";
    static final String PATH = "/v2/video/generations";
    private static final String BASE = "https://api.aimlapi.com";

    // 522 s is the run that its page shows. No limit on calls is published; its own sample looks every 15 seconds
    // after one film, so that one look a second serves fifteen.
    private static final Descriptor DESCRIPTOR = Descriptor.remote(
            "aimlapi",
            "AI/ML API",
            AimlapiLimits.ALL,
            List.of("clips", "start_image", "prompt_expansion", "watermark", "tells_charge", "free_when_failed"),
            522,
            new Manners(60, 60, true, AimlapiLimits.PAGE));

    /** As published. */
    public AimlapiProvider() {
        this(RemoteSettings.of(Map.of(), BASE));
    }

    private AimlapiProvider(RemoteSettings settings) {
        super(DESCRIPTOR, settings);
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return AimlapiPrices.quote(request, findings, settings().pricePerSecond());
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest("POST", settings().at(PATH), AimlapiBody.of(request));
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        // Its page does not say so of this field; the model behind it is the same everywhere.
        return request.startImage().isPresent()
                ? List.of("WAN 2.7 takes the film's shape from start_image: aspect_ratio has no effect")
                : List.of();
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new AimlapiProvider(RemoteSettings.of(values, BASE));
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(new AimlapiWire(settings()));
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return Optional.of(new AimlapiEmulation(settings()));
    }
}
