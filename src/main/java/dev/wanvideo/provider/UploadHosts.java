package dev.wanvideo.provider;

import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestMedia;
import dev.wanvideo.video.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where media go that a remote provider cannot fetch where they lie, since they are files of this machine or have to be
 * mended first: to its own uploads, else to the bucket of this server's owner.
 */
public final class UploadHosts {
    private static final String AWAITED = "<address of ";

    private final Optional<UploadHost> bucket;

    UploadHosts(Optional<UploadHost> bucket) {
        this.bucket = bucket;
    }

    /** What of this request has to be uploaded for this provider, in the order of the arguments. */
    public List<RequestMedia> needed(Provider provider, ReferenceVideoRequest request, MediaFindings findings) {
        if (provider.descriptor().execution() == Execution.LOCAL) {
            return List.of();
        }
        return RequestMedia.of(request).stream()
                .filter(media -> media.source() instanceof MediaSource.Local || findings.mends(media.source()))
                .toList();
    }

    /** Who takes a file for this provider; a file that nobody looked at is judged as the usual one of its kind. */
    public Optional<UploadHost> of(Provider provider, RequestMedia media, MediaFindings findings) {
        MediaFacts facts = findings.of(media.source()).orElseGet(() -> usual(media.kind()));
        return hosts(provider)
                .filter(host -> objection(host, media.kind(), facts).isEmpty())
                .findFirst();
    }

    /** What has to be uploaded and nobody takes. */
    List<Violation> violations(Provider provider, ReferenceVideoRequest request, MediaFindings findings) {
        return needed(provider, request, findings).stream()
                .filter(media -> of(provider, media, findings).isEmpty())
                .map(media -> Violation.of(media.field(), media.source().text(), limit(provider, media, findings)))
                .toList();
    }

    private String limit(Provider provider, RequestMedia media, MediaFindings findings) {
        MediaFacts facts = findings.of(media.source()).orElseGet(() -> usual(media.kind()));
        String instead = media.source() instanceof MediaSource.Local
                ? "an https address"
                : "a picture that needs no mending, or no fix_media";
        List<String> objections = hosts(provider)
                .flatMap(host -> objection(host, media.kind(), facts).stream())
                .toList();
        String why = provider.uploads().isEmpty()
                ? Stream.concat(Stream.of(none(provider)), objections.stream())
                        .reduce((one, other) -> one + ", and " + other)
                        .orElseThrow()
                : String.join(", and ", objections);
        return instead + " (" + why
                + (bucket.isEmpty() ? "; a bucket of your own, WAN_VIDEO_S3_*, would hand it over" : "") + ")";
    }

    private static String none(Provider provider) {
        Descriptor told = provider.descriptor();
        return told.name() + " takes no uploads"
                + (provider.options().contains(Option.UPLOAD_BASE_URL)
                        ? " until " + Option.UPLOAD_BASE_URL.variable(told.id()) + " is set, since "
                                + Option.BASE_URL.variable(told.id()) + " is"
                        : "");
    }

    /** Says of each upload that it will be made. */
    List<String> notes(Provider provider, ReferenceVideoRequest request, MediaFindings findings) {
        return needed(provider, request, findings).stream()
                .flatMap(media -> of(provider, media, findings).stream()
                        .map(host -> media.field() + " is uploaded to " + host.name() + " before the film is ordered"))
                .toList();
    }

    /** What would be sent, with words in the place of addresses that uploads will give. */
    public OutgoingRequest outgoing(Provider provider, ReferenceVideoRequest request, MediaFindings findings) {
        List<RequestMedia> needed = needed(provider, request, findings);
        return provider.request(RequestMedia.replaced(
                request, media -> needed.contains(media) ? awaited(provider, media, findings) : media.source()));
    }

    /** Whether a request holds such words. */
    public static boolean awaited(OutgoingRequest request) {
        return request.body().toString().contains(AWAITED);
    }

    private MediaSource awaited(Provider provider, RequestMedia media, MediaFindings findings) {
        String host = of(provider, media, findings).map(UploadHost::name).orElse("a host");
        return new MediaSource.Local(AWAITED + media.field() + " once it is uploaded to " + host + ">");
    }

    /** The request with addresses in the place of what was uploaded. */
    public static ReferenceVideoRequest addressed(
            ReferenceVideoRequest request, Function<MediaSource, Optional<MediaSource>> addresses) {
        return RequestMedia.replaced(
                request, media -> addresses.apply(media.source()).orElse(media.source()));
    }

    private Stream<UploadHost> hosts(Provider provider) {
        Descriptor told = provider.descriptor();
        return Stream.concat(
                provider.uploads().map(uploads -> new UploadHost(told.id(), told.name(), uploads)).stream(),
                bucket.stream());
    }

    private static Optional<String> objection(UploadHost host, MediaKind kind, MediaFacts facts) {
        return host.uploads().objection(kind, facts.type(), facts.bytes());
    }

    private static MediaFacts usual(MediaKind kind) {
        String type = switch (kind) {
            case IMAGE -> "image/jpeg";
            case VIDEO -> "video/mp4";
            case VOICE -> "audio/mpeg";
        };
        return new MediaFacts(type, 0, Optional.empty(), Optional.empty());
    }
}
