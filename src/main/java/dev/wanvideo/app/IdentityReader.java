package dev.wanvideo.app;

import dev.wanvideo.access.ProtectedResource;
import dev.wanvideo.access.Trust;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what is set about callers over HTTP, or a problem for each thing that is missing or wrong. */
final class IdentityReader {
    static final int USUAL_CALLS = 300;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern CALLS = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern PATH = Pattern.compile("(/[a-z0-9._-]+)*/?");

    private final Environment environment;
    private final List<String> problems = new ArrayList<>();

    IdentityReader(Environment environment) {
        this.environment = environment;
    }

    /** @param tokens file of the static tokens */
    IdentitySettings read(Path tokens) {
        Optional<String> issuer = address(SettingNames.OAUTH_ISSUER).map(URI::toString);
        Optional<URI> resource = address(SettingNames.OAUTH_RESOURCE).filter(this::isServable);
        Optional<URI> keys = address(SettingNames.OAUTH_JWKS_URL);
        missing();
        Optional<String> fault = problems.stream().findFirst();
        Optional<IdentitySettings.Server> server = fault.isPresent() || issuer.isEmpty()
                ? Optional.empty()
                : Optional.of(server(issuer.get(), resource.orElseThrow(), keys));
        return new IdentitySettings(tokens, server, fault, calls());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private static IdentitySettings.Server server(String issuer, URI resource, Optional<URI> keys) {
        return new IdentitySettings.Server(
                new Trust(issuer, resource.toString(), keys), new ProtectedResource(resource, issuer));
    }

    private void missing() {
        List<String> wanted = List.of(SettingNames.OAUTH_ISSUER, SettingNames.OAUTH_RESOURCE);
        boolean any = Stream.concat(wanted.stream(), Stream.of(SettingNames.OAUTH_JWKS_URL))
                .anyMatch(name -> environment.get(name).isPresent());
        wanted.stream()
                .filter(name -> any && environment.get(name).isEmpty())
                .forEach(name -> problems.add(
                        "An authorization server needs " + name + " too; until then http does not" + " start."));
    }

    /** Written exactly as tokens have it, a slash at the end included. */
    private Optional<URI> address(String name) {
        Optional<String> text = environment.get(name);
        Optional<URI> address = text.flatMap(IdentityReader::parsed);
        if (text.isPresent() && address.isEmpty()) {
            problems.add(name + " is not an https address such as https://films.example.com/mcp; until it is mended"
                    + " http does not start.");
        }
        return address;
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI uri = URI.create(text);
            boolean safe = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return Optional.of(uri).filter(one -> safe && plain && one.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Its metadata is served under its path. */
    private boolean isServable(URI resource) {
        boolean servable = PATH.matcher(resource.getRawPath()).matches();
        if (!servable) {
            problems.add(SettingNames.OAUTH_RESOURCE + " must have a path of small letters, digits, dots and dashes;"
                    + " until it is mended http does not start.");
        }
        return servable;
    }

    private int calls() {
        Optional<String> text = environment.get(SettingNames.CALLS_PER_MINUTE);
        Optional<Integer> calls =
                text.filter(word -> CALLS.matcher(word).matches()).map(Integer::valueOf);
        if (text.isPresent() && calls.isEmpty()) {
            problems.add(SettingNames.CALLS_PER_MINUTE + " must be a whole number such as " + USUAL_CALLS + ".");
        }
        return calls.orElse(USUAL_CALLS);
    }
}
