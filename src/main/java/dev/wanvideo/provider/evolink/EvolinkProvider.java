package dev.wanvideo.provider.evolink;

import com.google.auto.service.AutoService;
import dev.wanvideo.provider.CallbackCheck;
import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.Manners;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EvoLink's {@code wan2.7-reference-video}. */
@AutoService(Provider.class)
public final class EvolinkProvider extends RemoteProvider {
    static final String MODEL = "wan2.7-reference-video";
    static final String CREATE = "/v1/videos/generations";
    static final String TASKS = "/v1/tasks/";
    private static final String BASE = "https://api.evolink.ai";
    private static final String UPLOAD_BASE = "https://files-api.evolink.ai";
    private static final Option AUDIO_URLS = Option.oneOf("audio_urls", "off", "on");

    // Limits go by model and tier and are not published, only the advice to leave one to two seconds between
    // requests; 120 s is the estimate in its own sample answer.
    private static final Descriptor DESCRIPTOR = Descriptor.remote(
            "evolink",
            "EvoLink",
            EvolinkLimits.ALL,
            List.of(
                    "clips",
                    "voices",
                    "start_image",
                    "local_pictures",
                    "prompt_expansion",
                    "chinese_prompts",
                    "free_when_failed"),
            120,
            new Manners(40, 60, true, EvolinkLimits.PAGE));

    private final Optional<String> uploadBase;
    private final boolean positionalVoices;
    private final Optional<Callbacks> callbacks;

    /** As published. */
    public EvolinkProvider() {
        this(RemoteSettings.of(Map.of(), BASE), Optional.of(UPLOAD_BASE), false, Optional.empty());
    }

    private EvolinkProvider(
            RemoteSettings settings,
            Optional<String> uploadBase,
            boolean positionalVoices,
            Optional<Callbacks> callbacks) {
        super(DESCRIPTOR, settings, Option.UPLOAD_BASE_URL, AUDIO_URLS, Option.CALLBACK_URL);
        this.callbacks = callbacks;
        this.uploadBase = uploadBase;
        this.positionalVoices = positionalVoices;
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return EvolinkPrices.LIST.quote(request, findings, settings().pricePerSecond());
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest("POST", settings().at(CREATE), EvolinkBody.of(request, positionalVoices));
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        List<String> warnings = new ArrayList<>();
        if (request.startImage().isPresent()) {
            warnings.add("EvoLink takes the film's shape from start_image: aspect_ratio has no effect");
        }
        EvolinkVoices voices = EvolinkVoices.of(request);
        if (positionalVoices && voices.any() && voices.positional().isEmpty()) {
            warnings.add("EVOLINK_AUDIO_URLS=on has no effect: audio_urls cannot skip a reference without a voice, so"
                    + " voices are bound by voice_bindings");
        }
        return warnings;
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new EvolinkProvider(
                RemoteSettings.of(values, BASE),
                RemoteSettings.uploadBase(values, UPLOAD_BASE),
                "on".equals(values.get(AUDIO_URLS.name())),
                callbacks(values));
    }

    /** It calls once when a task has ended, and signs nothing. Source: {@link EvolinkLimits#PAGE}. */
    private static Optional<Callbacks> callbacks(Map<String, String> values) {
        return RemoteSettings.callbackBase(values)
                .map(base -> new Callbacks("callback_url", base, "id", CallbackCheck.UNSIGNED));
    }

    @Override
    public Optional<Callbacks> callbacks() {
        return callbacks;
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(new EvolinkWire(settings()));
    }

    @Override
    public Optional<Uploads> uploads() {
        return uploadBase.map(EvolinkUploads::new);
    }

    @Override
    public Optional<EmulatedWire> emulated() {
        return Optional.of(new EvolinkEmulation(settings()));
    }
}
