package dev.wanvideo.provider.preview;

import com.google.auto.service.AutoService;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Map;

/** Makes an animatic of the request on this machine: free, no key, within seconds. */
@AutoService(Provider.class)
public final class PreviewProvider implements Provider {
    private static final Option SIZE = Option.oneOf("size", "half", "full");
    private static final Descriptor DESCRIPTOR = Descriptor.local(
            "preview", "Preview (animatic made on this machine)", Wan27.ALL, List.of("start_image", "local_files"), 10);

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
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
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
