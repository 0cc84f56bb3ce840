package dev.wanvideo.provider.preview;

import com.google.auto.service.AutoService;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an animatic of the request on this machine: free, no key, within seconds. */
@AutoService(Provider.class)
public final class PreviewProvider implements Provider {
    private static final Option SIZE = new Option("size", List.of("half", "full"));
    private static final Descriptor DESCRIPTOR = new Descriptor(
            "preview",
            "Preview (animatic made on this machine)",
            Optional.empty(),
            Wan27.ALL,
            List.of("start_image", "local_files"),
            10,
            Execution.LOCAL);

    private final boolean full;

    /** Half the requested size. */
    public PreviewProvider() {
        this(false);
    }

    private PreviewProvider(boolean full) {
        this.full = full;
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Quote quote(ReferenceVideoRequest request) {
        return Quote.FREE;
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return PreviewWire.request(request, full);
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        return PreviewWarnings.of(request, full);
    }

    @Override
    public List<Option> options() {
        return List.of(SIZE);
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new PreviewProvider("full".equals(values.get(SIZE.name())));
    }
}
