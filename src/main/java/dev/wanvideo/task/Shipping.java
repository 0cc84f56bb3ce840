package dev.wanvideo.task;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.media.Mend;
import dev.wanvideo.media.OpenedMedia;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.UploadHosts;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.RequestMedia;
import dev.wanvideo.video.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings the media of a task to where its provider can fetch them: opened once more and mended, held once more against
 * the limits and the price, since they may have changed since the film was ordered, then uploaded.
 */
final class Shipping {
    private final Planner planner;
    private final ReferenceFiles references;
    private final UploadDesk desk;

    Shipping(Planner planner, ReferenceFiles references, UploadDesk desk) {
        this.planner = planner;
        this.references = references;
        this.desk = desk;
    }

    /** Whether a task has media that its provider cannot fetch where they lie. */
    boolean needed(TaskRow row) {
        return planner.provider(row.task().provider())
                .map(provider -> !needed(row, provider).isEmpty())
                .orElse(false);
    }

    private List<RequestMedia> needed(TaskRow row, Provider provider) {
        return planner.hosts()
                .needed(provider, row.task().request(), row.remote().findings());
    }

    Shipped ship(TaskRow row) throws InterruptedException {
        Provider provider = planner.provider(row.task().provider()).orElseThrow();
        Map<RequestMedia, OpenedMedia> opened = new LinkedHashMap<>();
        try {
            for (RequestMedia media : needed(row, provider)) {
                if (opened.keySet().stream().noneMatch(known -> same(known, media))) {
                    opened.put(media, opened(row, media));
                }
            }
            changed(row, opened);
            MediaFindings findings = findings(row, opened);
            Optional<Shipped> objection = objection(row, provider, findings);
            return objection.isPresent() ? objection.get() : shipped(row, provider, findings, opened);
        } catch (Unfit e) {
            return new Shipped.Unusable(e.category, String.valueOf(e.getMessage()));
        } finally {
            opened.values().forEach(OpenedMedia::close);
        }
    }

    private static boolean same(RequestMedia one, RequestMedia other) {
        return one.source().equals(other.source()) && one.kind() == other.kind();
    }

    private OpenedMedia opened(TaskRow row, RequestMedia media) throws Unfit, InterruptedException {
        try {
            return references.open(
                    media.source(),
                    media.kind(),
                    Mend.wished(row.task().request().switches().fixMedia()));
        } catch (MediaProblem e) {
            throw new Unfit(e, media);
        }
    }

    /** A file that is another one by now is not what the caller had in mind; where it was mended, that cannot be told. */
    private static void changed(TaskRow row, Map<RequestMedia, OpenedMedia> opened) throws Unfit {
        MediaFindings before = row.remote().findings();
        for (Map.Entry<RequestMedia, OpenedMedia> one : opened.entrySet()) {
            MediaSource source = one.getKey().source();
            MediaFacts now = one.getValue().facts();
            boolean same = before.mends(source)
                    || before.of(source)
                            .filter(was -> !was.type().equals(now.type()) || was.bytes() != now.bytes())
                            .isEmpty();
            if (!same) {
                throw new Unfit(one.getKey());
            }
        }
    }

    /** What is known now, of what was opened; nothing else will be mended. */
    private static MediaFindings findings(TaskRow row, Map<RequestMedia, OpenedMedia> opened) {
        MediaFindings before = row.remote().findings();
        Map<String, MediaFacts> facts = new HashMap<>(before.facts());
        opened.forEach((media, file) -> facts.put(media.source().text(), file.facts()));
        return new MediaFindings(facts, before.mended());
    }

    /** What speaks against the media as they are now. */
    private Optional<Shipped> objection(TaskRow row, Provider provider, MediaFindings findings) {
        List<Violation> violations = planner.violations(provider, row.task().request(), findings);
        if (!violations.isEmpty()) {
            String words = violations.stream().map(Violation::sentence).collect(Collectors.joining("; "));
            return Optional.of(new Shipped.Refused(
                    Category.INVALID_REQUEST, "the media are no longer what was ordered: " + words));
        }
        Optional<BigDecimal> agreed = row.task().cost().quote().highUsd();
        return provider.quote(row.task().request(), findings)
                .highUsd()
                .filter(now -> agreed.isPresent() && now.compareTo(agreed.get()) > 0)
                .map(now -> new Shipped.Refused(
                        Category.OVER_BUDGET,
                        "a clip is no longer what was ordered: the film would now cost up to " + now.toPlainString()
                                + " USD instead of " + agreed.get().toPlainString() + " USD"));
    }

    private Shipped shipped(
            TaskRow row, Provider provider, MediaFindings findings, Map<RequestMedia, OpenedMedia> opened)
            throws InterruptedException {
        Map<MediaSource, MediaSource> addresses = new HashMap<>();
        Instant until = Instant.MAX;
        for (Map.Entry<RequestMedia, OpenedMedia> one : opened.entrySet()) {
            RequestMedia media = one.getKey();
            UploadDesk.Brought brought = desk.bring(
                    row, planner.hosts().of(provider, media, findings).orElseThrow(), media, one.getValue());
            if (brought instanceof UploadDesk.Brought.Not not) {
                return not.why();
            }
            UploadDesk.Brought.There there = (UploadDesk.Brought.There) brought;
            addresses.put(media.source(), new MediaSource.Remote(there.address()));
            until = there.expires().isBefore(until) ? there.expires() : until;
        }
        return new Shipped.Ready(
                provider.request(UploadHosts.addressed(
                        row.task().request(), source -> Optional.ofNullable(addresses.get(source)))),
                until);
    }

    /** One of the media cannot be used; its words name what the caller called it. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final Category category;

        Unfit(MediaProblem problem, RequestMedia media) {
            super(media.field() + " is " + media.source().text() + ": " + problem.getMessage() + " (accepted: "
                    + problem.limit() + ")");
            this.category = problem.category();
        }

        /** Of a file that changed. */
        Unfit(RequestMedia media) {
            super(media.field() + " is " + media.source().text()
                    + ": the file changed since the film was ordered (accepted: the file as it was then)");
            this.category = Category.INVALID_REQUEST;
        }
    }
}
