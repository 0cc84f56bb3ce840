package dev.wanvideo.video;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests for tests: a sound one, and the same with one thing changed. */
public record SampleRequest(ReferenceVideoRequest request) {
    /** One picture of @anna, five seconds; breaks nothing. */
    public static SampleRequest sound() {
        return new SampleRequest(new ReferenceVideoRequest(
                "@anna waves",
                Optional.empty(),
                List.of(image("anna")),
                Optional.empty(),
                Format.DEFAULT,
                Optional.of(7L),
                Switches.UNSAID));
    }

    /** A picture with a name; no name when it is empty. */
    public static Reference image(String name) {
        return reference(name, MediaKind.IMAGE, Role.CHARACTER);
    }

    /** A clip with a name; no name when it is empty. */
    public static Reference video(String name) {
        return reference(name, MediaKind.VIDEO, Role.CHARACTER);
    }

    /** A reference with a name; no name when it is empty. */
    public static Reference reference(String name, MediaKind kind, Role role) {
        MediaSource media = new MediaSource.Remote(URI.create("https://example.com/" + kind));
        return new Reference(Optional.of(name).filter(n -> !n.isEmpty()), kind, media, Optional.empty(), role);
    }

    /** So many references: pictures first, then clips, none with a name. */
    public static List<Reference> references(int images, int videos) {
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            references.add(image(""));
        }
        for (int i = 0; i < videos; i++) {
            references.add(video(""));
        }
        return references;
    }

    public SampleRequest prompt(String prompt) {
        return new SampleRequest(new ReferenceVideoRequest(
                prompt,
                request.negativePrompt(),
                request.references(),
                request.startImage(),
                request.format(),
                request.seed(),
                request.switches()));
    }

    public SampleRequest negativePrompt(String text) {
        return new SampleRequest(new ReferenceVideoRequest(
                request.prompt(),
                Optional.of(text),
                request.references(),
                request.startImage(),
                request.format(),
                request.seed(),
                request.switches()));
    }

    public SampleRequest references(List<Reference> references) {
        return new SampleRequest(new ReferenceVideoRequest(
                request.prompt(),
                request.negativePrompt(),
                references,
                request.startImage(),
                request.format(),
                request.seed(),
                request.switches()));
    }

    public SampleRequest startImage(String path) {
        return new SampleRequest(new ReferenceVideoRequest(
                request.prompt(),
                request.negativePrompt(),
                request.references(),
                Optional.of(new MediaSource.Local(path)),
                request.format(),
                request.seed(),
                request.switches()));
    }

    public SampleRequest format(AspectRatio ratio, Resolution resolution) {
        return format(new Format(ratio, resolution, request.format().seconds()));
    }

    public SampleRequest seconds(long seconds) {
        return format(
                new Format(request.format().aspectRatio(), request.format().resolution(), seconds));
    }

    private SampleRequest format(Format format) {
        return new SampleRequest(new ReferenceVideoRequest(
                request.prompt(),
                request.negativePrompt(),
                request.references(),
                request.startImage(),
                format,
                request.seed(),
                request.switches()));
    }

    public SampleRequest seed(long seed) {
        return new SampleRequest(request.withSeed(seed));
    }

    public SampleRequest switches(Switches switches) {
        return new SampleRequest(new ReferenceVideoRequest(
                request.prompt(),
                request.negativePrompt(),
                request.references(),
                request.startImage(),
                request.format(),
                request.seed(),
                switches));
    }
}
