package dev.wanvideo.task;

import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Manners;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.Uploads;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestMedia;
import dev.wanvideo.video.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A provider elsewhere with one price for everything; a film usually takes it 100 seconds. */
record Seller(String id, String usd, boolean failedIsFree, boolean takesPictures) implements Provider {
    static final int SECONDS = 100;

    /** One that fetches everything itself. */
    Seller(String id, String usd, boolean failedIsFree) {
        this(id, usd, failedIsFree, false);
    }

    @Override
    public Optional<Uploads> uploads() {
        return takesPictures ? Optional.of(new PictureUploads(id)) : Optional.empty();
    }

    @Override
    public Descriptor descriptor() {
        Source source = Source.of("https://example.com/docs", "2026-11-20");
        return Descriptor.remote(id, id, List.of(), List.of(), SECONDS, new Manners(60, 60, failedIsFree, source));
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return Quote.exactly(new BigDecimal(usd));
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest(
                "POST",
                "https://" + id + ".example.com/films",
                Map.of(
                        "prompt",
                        request.prompt(),
                        "seed",
                        request.seed().orElse(0L),
                        "media",
                        RequestMedia.of(request).stream()
                                .map(media -> media.source().text())
                                .toList()));
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        return List.of(id + " has no sound");
    }
}
