package dev.wanvideo.task;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.media.MediaRoots;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.Scratch;
import dev.wanvideo.provider.Considered;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.Format;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.Switches;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Requests, plans and settings as the tests of this package use them. */
final class Samples {
    static final Account ACCOUNT = Account.local("preview");
    /** Looks often, but is in no hurry to call an owner dead. */
    static final Pace STEADY = pace(Duration.ofSeconds(2));
    /** Takes over quickly. */
    static final Pace QUICK = pace(Duration.ofMillis(150));

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Samples() {}

    private static Pace pace(Duration heartbeat) {
        return pace(heartbeat, 2, 8);
    }

    static Pace pace(Duration heartbeat, int threads, int remoteThreads) {
        return new Pace(
                heartbeat,
                4,
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                threads,
                remoteThreads,
                Optional.empty());
    }

    static TaskSettings settings(Path folder) {
        return settings(folder, Optional.empty());
    }

    static TaskSettings settings(Path folder, Optional<BigDecimal> budget) {
        return settings(folder, budget, STEADY);
    }

    static TaskSettings settings(Path folder, Optional<BigDecimal> budget, Pace pace) {
        return new TaskSettings(folder.resolve("home"), folder.resolve("films"), budget, Clock.systemUTC(), pace);
    }

    static NewTask film(String prompt) {
        return film(prompt, Optional.empty(), Quote.FREE);
    }

    static NewTask film(String prompt, Optional<String> clientKey, Quote quote) {
        ReferenceVideoRequest request = request(prompt);
        Provider provider = new FixedProvider(quote);
        Plan plan = new Plan(
                provider,
                quote,
                List.of(new Considered("preview", true, List.of("it needs no key"))),
                provider.request(request),
                List.of());
        return new NewTask(
                request, "sha-of-" + prompt, plan, clientKey, List.of("it is a preview"), Wish.ANY, MediaFindings.NONE);
    }

    static ReferenceVideoRequest request(String prompt) {
        return request(prompt, new MediaSource.Local("anna.png"));
    }

    static ReferenceVideoRequest request(String prompt, MediaSource picture) {
        Reference anna = new Reference(Optional.of("anna"), MediaKind.IMAGE, picture, Optional.empty(), Role.CHARACTER);
        return new ReferenceVideoRequest(
                prompt,
                Optional.empty(),
                List.of(anna),
                Optional.empty(),
                Format.DEFAULT,
                Optional.of(7L),
                Switches.UNSAID);
    }

    /** Files of this folder alone; whoever opens remote ones with it ends up nowhere. */
    static ReferenceFiles references(Path folder) {
        return new ReferenceFiles(
                new MediaRoots(List.of(folder), folder),
                new Fetcher(new AddressGuard(Set.of())),
                new Scratch(folder.resolve("scratch")));
    }

    static Task created(CreateOutcome outcome) {
        return ((CreateOutcome.Created) outcome).task();
    }

    /** A provider on this machine with one price for everything. */
    record FixedProvider(Quote quote) implements Provider {
        @Override
        public Descriptor descriptor() {
            return Descriptor.local("preview", "Preview", List.of(), List.of(), 10);
        }

        @Override
        public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
            return quote;
        }

        @Override
        public OutgoingRequest request(ReferenceVideoRequest request) {
            return new OutgoingRequest("LOCAL", "preview:render", Map.of("width", 640, "height", 360, "fps", 12));
        }
    }

    /** All files that belong to a finished film. */
    static List<Path> filesOf(Film film) {
        String place = film.path().toString();
        Path sidecar = Path.of(place.substring(0, place.length() - ".mp4".length()) + ".json");
        return Stream.of(Stream.of(film.path(), sidecar), film.sheet().stream(), film.poster().stream())
                .flatMap(Function.identity())
                .toList();
    }
}
