package dev.wanvideo.provider;

import dev.wanvideo.http.ApiClient;
import dev.wanvideo.video.Category;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Speaks to remote providers over HTTP, and lets no key back out in what they say. */
public final class HttpProviderGateway implements ProviderGateway {
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    /** For those who ask to be left alone without saying how long. */
    private static final Duration BREATHER = Duration.ofSeconds(10);

    private final Map<String, Seller> sellers = new LinkedHashMap<>();
    private final Redaction redaction;
    private final Submissions submissions;
    private final Looks looks;
    private final UploadCalls uploads;
    private final Optional<UploadHost> bucket;
    private final Map<String, Callbacks> callbacks = new LinkedHashMap<>();

    /**
     * Speaks to the remote ones among these providers.
     *
     * @param configured each obeying its settings
     * @param keys by provider id
     * @param nanoTime a time in nanoseconds that never goes back, e.g. {@code System::nanoTime}
     */
    public HttpProviderGateway(Catalogue configured, Map<String, String> keys, ApiClient http, LongSupplier nanoTime) {
        this(configured, keys, http, nanoTime, Optional.empty());
    }

    /** The same with a bucket of this server's owner. */
    public HttpProviderGateway(
            Catalogue configured,
            Map<String, String> keys,
            ApiClient http,
            LongSupplier nanoTime,
            Optional<UploadHost> bucket) {
        for (Provider provider : configured.all()) {
            Descriptor told = provider.descriptor();
            String key = keys.getOrDefault(told.id(), "");
            provider.callbacks().ifPresent(how -> callbacks.put(told.id(), how));
            provider.wire()
                    .ifPresent(
                            wire -> sellers.put(told.id(), new Seller(told, wire, provider.uploads(), key, nanoTime)));
        }
        this.redaction = new Redaction(keys.values());
        this.submissions = new Submissions(http);
        this.looks = new Looks(http);
        this.uploads = new UploadCalls(http, Clock.systemUTC());
        this.bucket = bucket;
    }

    @Override
    public SubmitOutcome submit(String provider, OutgoingRequest request, Path film) throws InterruptedException {
        Seller seller = sellers.get(provider);
        if (seller == null) {
            return new SubmitOutcome.NotSent(stranger(provider));
        }
        SubmitOutcome outcome = submissions.send(seller, request, film);
        if (outcome instanceof SubmitOutcome.Refused no && no.category() == Category.RATE_LIMITED) {
            seller.throttle(Kind.SUBMIT).block(no.retryAfter().orElse(BREATHER));
        }
        return redaction.of(outcome);
    }

    @Override
    public PollOutcome poll(String provider, String taskId) throws InterruptedException {
        Seller seller = sellers.get(provider);
        if (seller == null) {
            return new PollOutcome.NoAnswer(stranger(provider), Optional.empty());
        }
        Look<PollOutcome> look = looks.ask(seller, wire -> Optional.of(wire.poll(taskId)), Wire::polled);
        PollOutcome outcome = look.meaning().orElseGet(() -> new PollOutcome.NoAnswer(look.why(), Optional.empty()));
        Optional<Duration> rest = outcome instanceof PollOutcome.NoAnswer none ? none.retryAfter() : Optional.empty();
        rest.or(() -> Optional.of(BREATHER).filter(breather -> look.status() == TOO_MANY_REQUESTS))
                .ifPresent(seller.throttle(Kind.POLL)::block);
        return redaction.of(outcome);
    }

    @Override
    public UploadOutcome upload(String host, UploadFile file, Path path) throws InterruptedException {
        if (host.equals(UploadHost.BUCKET)) {
            return bucket.isEmpty()
                    ? new UploadOutcome.Refused(Category.UNSUPPORTED, "This server has no bucket")
                    : redaction.of(uploads.carriedOut(bucket.get(), Map.of(), file, path));
        }
        Seller seller = sellers.get(host);
        if (seller == null) {
            return new UploadOutcome.Refused(Category.UNSUPPORTED, stranger(host));
        }
        if (seller.missing().isPresent()) {
            return new UploadOutcome.Refused(
                    Category.UNAUTHORIZED, seller.missing().get());
        }
        return seller.uploads().isEmpty()
                ? new UploadOutcome.Refused(Category.UNSUPPORTED, seller.name() + " takes no files")
                : redaction.of(uploads.carriedOut(seller.uploads().get(), seller.keyHeaders(), file, path));
    }

    @Override
    public CancelAnswer cancel(String provider, String taskId) throws InterruptedException {
        Seller seller = sellers.get(provider);
        if (seller == null) {
            return new CancelAnswer(false, stranger(provider));
        }
        Look<CancelAnswer> look = looks.ask(seller, wire -> wire.cancel(taskId), Wire::cancelled);
        return redaction.of(look.meaning().orElseGet(() -> new CancelAnswer(false, look.why())));
    }

    @Override
    public Optional<Set<String>> tasks(String provider) throws InterruptedException {
        Seller seller = sellers.get(provider);
        if (seller == null) {
            return Optional.empty();
        }
        Look<Optional<List<String>>> look = looks.ask(seller, Wire::list, Wire::listed);
        return look.status() == OK ? look.meaning().flatMap(ids -> ids).map(Set::copyOf) : Optional.empty();
    }

    @Override
    public boolean lists(String provider) {
        Seller seller = sellers.get(provider);
        return seller != null && seller.wire().list().isPresent();
    }

    @Override
    public Duration reserve(String provider, Kind kind) {
        Seller seller = sellers.get(provider);
        return seller == null ? Duration.ZERO : seller.throttle(kind).reserve();
    }

    @Override
    public Optional<Callbacks> callbacks(String provider) {
        return Optional.ofNullable(callbacks.get(provider));
    }

    private static String stranger(String provider) {
        return "No remote provider is called " + provider;
    }
}
