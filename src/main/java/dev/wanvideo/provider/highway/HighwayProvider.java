package dev.wanvideo.provider.highway;

import com.google.auto.service.AutoService;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PriceList;
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

/**
 * WAN 2.7 at HighwayAPI. Novita ({@code https://api.novita.ai}), JieKou ({@code https://api.jiekou.ai}) and PPIO
 * ({@code https://api.ppio.com}) serve the same calls under their own base URL.
 */
@AutoService(Provider.class)
public final class HighwayProvider extends RemoteProvider {
    private static final String BASE = "https://api.highwayapi.ai";

    // Nobody tells a price in US dollars; "billed by the second" is said of the generated video alone.
    private static final PriceList PRICES = new PriceList(Map.of(), PriceList.InputBilling.NONE, HighwayLimits.PAGE);

    /** As published. */
    public HighwayProvider() {
        this(RemoteSettings.of(Map.of(), BASE));
    }

    private HighwayProvider(RemoteSettings settings) {
        super(HighwayLimits.DESCRIPTOR, settings);
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return PRICES.quote(request, findings, settings().pricePerSecond());
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest("POST", settings().at(HighwayWire.CREATE), HighwayBody.of(request));
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        return HighwayBody.warnings(request);
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new HighwayProvider(RemoteSettings.of(values, BASE));
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(new HighwayWire(settings()));
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return Optional.of(new HighwayEmulation(settings()));
    }
}
