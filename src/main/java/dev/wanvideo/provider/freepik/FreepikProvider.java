package dev.wanvideo.provider.freepik;

import com.google.auto.service.AutoService;
import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.Manners;
import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PriceList;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.RemoteProvider;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.StandardWebhookCheck;
import dev.wanvideo.provider.Uploads;
import dev.wanvideo.provider.Wire;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Freepik's WAN 2.7. It was renamed Magnific, so that host and key header are settings. */
@AutoService(Provider.class)
public final class FreepikProvider extends RemoteProvider {
    static final String PATH = "/v1/ai/reference-to-video/wan-2-7";
    private static final String BASE = "https://api.freepik.com";
    private static final String USUAL_HEADER = "x-freepik-api-key";
    private static final Option KEY_HEADER = new Option("key_header", Option.Form.WORD, List.of());

    /** Nobody tells: films cost credits of a subscription. */
    private static final PriceList PRICES = new PriceList(Map.of(), PriceList.InputBilling.NONE, FreepikLimits.PAGE);

    // 50 requests a minute is the older and stricter of two published figures; how long a film takes is published
    // nowhere and taken from other hosts of the same model.
    private static final Descriptor DESCRIPTOR = Descriptor.remote(
            "freepik",
            "Freepik",
            FreepikLimits.ALL,
            List.of("clips", "voices", "start_image", "local_pictures", "prompt_expansion", "task_list"),
            180,
            new Manners(50, 50, false, FreepikLimits.PAGE));

    private final String keyHeader;
    private final Optional<Callbacks> callbacks;

    /** As published. */
    public FreepikProvider() {
        this(RemoteSettings.of(Map.of(), BASE), USUAL_HEADER, Optional.empty());
    }

    private FreepikProvider(RemoteSettings settings, String keyHeader, Optional<Callbacks> callbacks) {
        super(DESCRIPTOR, settings, KEY_HEADER, Option.CALLBACK_URL, Option.WEBHOOK_SECRET);
        this.keyHeader = keyHeader;
        this.callbacks = callbacks;
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return PRICES.quote(request, findings, settings().pricePerSecond());
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest("POST", settings().at(PATH), FreepikBody.of(request));
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        return request.startImage().isPresent()
                ? List.of("Freepik takes the film's shape from start_image: aspect_ratio has no effect")
                : List.of();
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new FreepikProvider(
                RemoteSettings.of(values, BASE),
                values.getOrDefault(KEY_HEADER.name(), USUAL_HEADER),
                callbacks(values));
    }

    /**
     * It signs its calls, which tell of every change of the status word, with a secret from the account's dashboard; it
     * is asked for none while that is not known. Source: {@link FreepikLimits#PAGE}.
     */
    private static Optional<Callbacks> callbacks(Map<String, String> values) {
        return RemoteSettings.callbackBase(values)
                .flatMap(base -> Optional.ofNullable(values.get(Option.WEBHOOK_SECRET.name()))
                        .map(secret -> new Callbacks(
                                "webhook_url", base, "task_id", new StandardWebhookCheck(secret.strip()))));
    }

    @Override
    public Optional<Callbacks> callbacks() {
        return callbacks;
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(new FreepikWire(settings(), keyHeader));
    }

    @Override
    public Optional<Uploads> uploads() {
        return Optional.of(new FreepikUploads(settings()));
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return Optional.of(new FreepikEmulation(settings(), keyHeader));
    }
}
