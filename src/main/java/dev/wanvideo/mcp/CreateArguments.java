package dev.wanvideo.mcp;

import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.Format;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.ShotType;
import dev.wanvideo.video.Switches;
import dev.wanvideo.video.Wan27;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The arguments of {@code create_reference_video}, read as far as they can be.
 *
 * @param request with the usual values where an argument was wrong, so that the rest can still be checked
 * @param cast how many references were given, readable or not
 * @param handling what to do with the film rather than what film it is
 */
record CreateArguments(ReferenceVideoRequest request, int cast, Wish wish, Handling handling) {

    /** How the call is to be carried out. */
    record Handling(boolean dryRun, Optional<String> requestId, Duration patience) {}

    /** Reads everything; what is wrong stands in the violations of {@code in}. */
    static CreateArguments read(Arguments in) {
        Optional<String> prompt = in.required("prompt", Wan27.PROMPT.limit());
        List<Object> entries = in.list("references");
        ReferenceVideoRequest request = new ReferenceVideoRequest(
                prompt.orElse(""),
                in.text("negative_prompt"),
                references(in, entries),
                ReferenceReader.source(in, "start_image"),
                format(in),
                in.wholeNumber("seed", Wan27.SEED.limit()),
                switches(in));
        CreateArguments read = new CreateArguments(request, entries.size(), wish(in), handling(in));
        in.refuseUnknown();
        return read;
    }

    /** Whether every reference that was given could be read. */
    boolean castIsWhole() {
        return request.references().size() == cast;
    }

    private static List<Reference> references(Arguments in, List<Object> entries) {
        List<Reference> references = new ArrayList<>();
        // Beyond the limit nothing is read: a count tells enough, and a look at each would cost time.
        for (int i = 0; i < Math.min(entries.size(), Wan27.REFERENCES.max()); i++) {
            ReferenceReader.read(in, i, entries.get(i)).ifPresent(references::add);
        }
        return references;
    }

    private static Format format(Arguments in) {
        return new Format(
                in.choice("aspect_ratio", List.of(AspectRatio.values()), AspectRatio::word, CreateArguments::ratio)
                        .orElse(Format.DEFAULT.aspectRatio()),
                in.choice("resolution", List.of(Resolution.values()), Resolution::word, CreateArguments::lines)
                        .orElse(Format.DEFAULT.resolution()),
                in.wholeNumber("duration", Wan27.DURATION.limit()).orElse(Format.DEFAULT.seconds()));
    }

    private static Switches switches(Arguments in) {
        return new Switches(
                in.flag("prompt_expansion"),
                in.flag("audio"),
                in.choice("shot_type", List.of(ShotType.values()), ShotType::word),
                in.flag("watermark"),
                in.flag("fix_media").orElse(false));
    }

    private static Wish wish(Arguments in) {
        return new Wish(
                in.text("provider")
                        .map(id -> id.strip().toLowerCase(Locale.ROOT))
                        .orElse(Wish.AUTO),
                in.amount("max_cost_usd"));
    }

    private static Handling handling(Arguments in) {
        return new Handling(
                in.flag("dry_run").orElse(false),
                in.key("request_id", Limits.REQUEST_ID_CHARACTERS),
                Duration.ofSeconds(in.within("wait_seconds", 0, Limits.WAIT_SECONDS, 0)));
    }

    private static String ratio(String said) {
        return said.replaceAll("\\s*[x×/]\\s*", ":");
    }

    private static String lines(String said) {
        return said.endsWith("p") ? said : said + "p";
    }
}
