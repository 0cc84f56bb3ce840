package dev.wanvideo.app;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.provider.WebhookSignature;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what is set for a server of many clients; what cannot be understood is off, and a problem. */
final class ServingReader {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{16,200}");

    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]+={0,2}");
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;

    private final Environment environment;
    private final AddressGuard guard;
    private final List<String> problems = new ArrayList<>();

    /** @param guard tells which addresses may be reached */
    ServingReader(Environment environment, AddressGuard guard) {
        this.environment = environment;
        this.guard = guard;
    }

    Settings.Serving read() {
        return new Settings.Serving(metricsToken(), receiver(), publicUrl());
    }

    /** One sentence each. */
    List<String> problems() {
        return problems;
    }

    private Optional<String> metricsToken() {
        Optional<String> token = environment.get(SettingNames.METRICS_TOKEN);
        if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
            problems.add(SettingNames.METRICS_TOKEN
                    + " must be 16 to 200 characters without blanks; until it is mended it counts as not set.");
            return Optional.empty();
        }
        return token;
    }

    private Optional<Settings.Receiver> receiver() {
        Optional<String> url = environment.get(SettingNames.WEBHOOK_URL);
        Optional<String> secret = environment.get(SettingNames.WEBHOOK_SECRET);
        if (url.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> address = url.flatMap(this::address);
        Optional<byte[]> key = secret.flatMap(ServingReader::key);
        if (address.isEmpty()) {
            problems.add(
                    SettingNames.WEBHOOK_URL + " must be an https address that may be reached, or one of a host in "
                            + SettingNames.ALLOW_HOSTS + "; until it is mended nobody is told when a task ends.");
        }
        if (key.isEmpty()) {
            problems.add(
                    SettingNames.WEBHOOK_SECRET + " must be whsec_ and 24 to 64 bytes in Base64; until it is mended"
                            + " nobody is told when a task ends.");
        }
        return address.flatMap(where -> key.map(bytes -> new Settings.Receiver(where, bytes)));
    }

    private Optional<URI> publicUrl() {
        Optional<String> text = environment.get(SettingNames.PUBLIC_URL);
        Optional<URI> url = text.flatMap(this::address).filter(uri -> uri.getQuery() == null);
        if (text.isPresent() && url.isEmpty()) {
            problems.add(SettingNames.PUBLIC_URL + " must be the public https address of this server, such as"
                    + " https://films.example.com; until it is mended no provider is asked to call back.");
        }
        return url;
    }

    private Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.strip());
            return Optional.of(uri)
                    .filter(it ->
                            it.getFragment() == null && guard.objection(it).isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> key(String text) {
        String secret = text.strip();
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(secret.substring(WebhookSignature.PREFIX.length())))
                    .filter(key -> key.length >= SHORTEST_SECRET && key.length <= LONGEST_SECRET);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
