package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.access.Principal;
import dev.wanvideo.mcp.authoring.Guide;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import dev.wanvideo.video.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What helps to write a request, as resources: the guide, and a sheet for each provider. */
final class AuthoringResources implements ResourceShelf {
    static final String GUIDE = "wan-video://guide";

    private static final String PROVIDERS = "wan-video://providers/";
    private static final String VARIABLE = "provider";
    private static final String PROVIDER_TEMPLATE = PROVIDERS + "{" + VARIABLE + "}";
    private static final String MARKDOWN = "text/markdown";

    private final Catalogue catalogue;
    private final ProviderSettings settings;
    private final Tenancy tasks;

    AuthoringResources(Catalogue catalogue, ProviderSettings settings, Tenancy tasks) {
        this.catalogue = catalogue.with(settings);
        this.settings = settings;
        this.tasks = tasks;
    }

    @Override
    public List<Map<String, Object>> list(Principal principal) {
        List<Map<String, Object>> listed = new ArrayList<>();
        listed.add(entry(
                GUIDE,
                "guide",
                "How to direct WAN 2.7",
                "The prompt's formula, shots, voices, storyboards, and what goes wrong."));
        catalogue
                .all()
                .forEach(provider -> listed.add(entry(
                        PROVIDERS + provider.descriptor().id(),
                        provider.descriptor().id(),
                        provider.descriptor().name(),
                        "Limits with their sources, features and price of this provider.")));
        return listed;
    }

    @Override
    public List<Map<String, Object>> templates() {
        return List.of(new Facts()
                .put("uriTemplate", PROVIDER_TEMPLATE)
                .put("name", VARIABLE)
                .put("title", "A provider's sheet")
                .put("description", "Limits with their sources, features and price of a provider.")
                .put("mimeType", MARKDOWN)
                .map());
    }

    @Override
    public Optional<Map<String, Object>> content(StatelessRequest request, String uri) {
        Optional<String> text = uri.equals(GUIDE) ? Optional.of(Guide.text()) : sheet(request.principal(), uri);
        return text.map(known -> new Facts()
                .put("uri", uri)
                .put("mimeType", MARKDOWN)
                .put("text", known)
                .map());
    }

    @Override
    public Optional<Completion> values(Principal principal, String template, String variable, String begun)
            throws ProtocolError {
        if (!template.equals(PROVIDER_TEMPLATE)) {
            return Optional.empty();
        }
        if (!variable.equals(VARIABLE)) {
            throw new ProtocolError(INVALID_PARAMS, "params.argument.name must be " + VARIABLE);
        }
        return Optional.of(new Completion(
                catalogue.all().stream()
                        .map(provider -> provider.descriptor().id())
                        .filter(id -> id.startsWith(begun.strip().toLowerCase(Locale.ROOT)))
                        .toList(),
                true));
    }

    private Optional<String> sheet(Principal principal, String uri) {
        return catalogue.all().stream()
                .filter(provider -> uri.equals(PROVIDERS + provider.descriptor().id()))
                .findFirst()
                .map(provider -> sheet(principal, provider));
    }

    private String sheet(Principal principal, Provider provider) {
        ProviderView view = ProviderView.over(settings, tasks, principal);
        return "# " + provider.descriptor().name() + " ("
                + provider.descriptor().id() + ")\n\n"
                + settings.missing(provider)
                        .map(variable -> "Not configured: set " + variable + ".")
                        .orElse("Ready.")
                + "\n\nPrice: " + view.price(provider) + "\n\nUsual time: " + view.typicalSeconds(provider.descriptor())
                + " s\n\nFeatures: " + String.join(", ", provider.descriptor().features())
                + "\n\n| argument | limit | source |\n|---|---|---|\n"
                + provider.descriptor().constraints().stream()
                        .map(AuthoringResources::row)
                        .collect(Collectors.joining());
    }

    private static String row(Constraint constraint) {
        return "| " + ProviderView.about(constraint) + " | "
                + constraint.limit().replace("|", "/") + " | "
                + constraint.source().url() + " (" + constraint.source().read() + ")" + " |\n";
    }

    private static Map<String, Object> entry(String uri, String name, String title, String description) {
        return new Facts()
                .put("uri", uri)
                .put("name", name)
                .put("title", title)
                .put("description", description)
                .put("mimeType", MARKDOWN)
                .map();
    }
}
