package dev.wanvideo.app;

import dev.wanvideo.provider.S3Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what is set about a bucket: all that it takes, or a problem for each thing that is missing or wrong. */
final class BucketReader {
    private static final String ADDRESS = "an address such as https://s3.eu-central-1.amazonaws.com";
    private static final String USUAL_PREFIX = "wan-video/";
    private static final Duration USUAL_LIFE = Duration.ofDays(1);
    private static final Pattern HOURS = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,62}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern PREFIX =
            Pattern.compile("/|/?[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

    private final Environment environment;
    private final List<String> problems = new ArrayList<>();

    BucketReader(Environment environment) {
        this.environment = environment;
    }

    /** The bucket; empty when none is set, and when it cannot be used, which {@link #problems} tells. */
    Optional<S3Settings> read() {
        if (SettingNames.OF_BUCKET.stream()
                .noneMatch(name -> environment.get(name).isPresent())) {
            return Optional.empty();
        }
        missing().ifPresent(problems::add);
        Optional<URI> endpoint = value(SettingNames.S3_ENDPOINT, BucketReader::address, ADDRESS);
        Optional<URI> publicEndpoint = value(SettingNames.S3_PUBLIC_ENDPOINT, BucketReader::address, ADDRESS);
        Optional<String> bucket = value(SettingNames.S3_BUCKET, like(BUCKET), "the name of a bucket");
        Optional<String> region = value(SettingNames.S3_REGION, like(REGION), "a region such as eu-central-1");
        Optional<String> id = value(SettingNames.S3_ACCESS_KEY_ID, like(KEY), "a key without blanks");
        Optional<String> secret = value(SettingNames.S3_SECRET_ACCESS_KEY, like(KEY), "a key without blanks");
        String prefix = value(SettingNames.S3_PREFIX, like(PREFIX), "letters, digits, dots, dashes and slashes")
                .map(BucketReader::folder)
                .orElse(USUAL_PREFIX);
        S3Settings.Style style = value(SettingNames.S3_STYLE, BucketReader::style, "path or host")
                .orElse(S3Settings.Style.PATH);
        Duration lives = value(SettingNames.S3_LINK_HOURS, BucketReader::hours, "a whole number of hours from 1 to 168")
                .orElse(USUAL_LIFE);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new S3Settings(
                endpoint.orElseThrow(),
                region.orElseThrow(),
                bucket.orElseThrow(),
                prefix,
                new S3Settings.Links(style, publicEndpoint, lives),
                new S3Settings.Credentials(id.orElseThrow(), secret.orElseThrow())));
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private Optional<String> missing() {
        List<String> absent = Stream.of(
                        SettingNames.S3_ENDPOINT,
                        SettingNames.S3_REGION,
                        SettingNames.S3_BUCKET,
                        SettingNames.S3_ACCESS_KEY_ID,
                        SettingNames.S3_SECRET_ACCESS_KEY)
                .filter(name -> environment.get(name).isEmpty())
                .toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("A bucket needs " + String.join(", ", absent) + " too; until then none is used.");
    }

    /** A value is not shown: people put keys into the wrong line. */
    private <T> Optional<T> value(String name, Function<String, Optional<T>> reading, String form) {
        Optional<String> text = environment.get(name);
        Optional<T> read = text.flatMap(reading);
        if (text.isPresent() && read.isEmpty()) {
            problems.add(name + " is not " + form + "; until it is mended, no bucket is used.");
        }
        return read;
    }

    private static Function<String, Optional<String>> like(Pattern pattern) {
        return text -> Optional.of(text).filter(word -> pattern.matcher(word).matches());
    }

    private static Optional<S3Settings.Style> style(String word) {
        return Stream.of(S3Settings.Style.values())
                .filter(style -> style.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<Duration> hours(String word) {
        return Optional.of(word)
                .filter(text -> HOURS.matcher(text).matches())
                .map(text -> Duration.ofHours(Long.parseLong(text)))
                .filter(life -> life.compareTo(S3Settings.LONGEST_LIFE) <= 0);
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return Optional.of(uri).filter(one -> web && plain && one.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String folder(String text) {
        String bare = text.replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : bare + "/";
    }
}
