package dev.wanvideo.mcp;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Refusal;
import dev.wanvideo.video.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tool {@code list_providers}. */
final class ListProviders implements Tool {
    private final Catalogue catalogue;
    private final ProviderSettings settings;
    private final Tenancy tasks;

    ListProviders(Catalogue catalogue, ProviderSettings settings, Tenancy tasks) {
        this.catalogue = catalogue.with(settings);
        this.settings = settings;
        this.tasks = tasks;
    }

    @Override
    public ToolName name() {
        return ToolName.LIST_PROVIDERS;
    }

    @Override
    public Answer call(Arguments in, Caller caller) {
        Optional<String> id = in.text("provider").map(text -> text.strip().toLowerCase(Locale.ROOT));
        in.refuseUnknown();
        if (!in.violations().isEmpty()) {
            return Refusals.of(in.violations());
        }
        List<Provider> shown = catalogue.all().stream()
                .filter(provider ->
                        id.isEmpty() || id.get().equals(provider.descriptor().id()))
                .toList();
        return shown.isEmpty() ? unknown(id.orElse("")) : answer(shown, caller);
    }

    private Answer unknown(String id) {
        String known = String.join(", ", catalogue.ids());
        Violation violation = Violation.of("provider", id, known);
        return Refusals.of(
                new Refusal(Category.NOT_FOUND, "There is no such provider.", List.of(violation)),
                "Call list_providers with one of these, or without an id.");
    }

    private Answer answer(List<Provider> shown, Caller caller) {
        ProviderView view = ProviderView.over(settings, tasks, caller.principal());
        String next = "Call create_reference_video; provider auto takes the cheapest that is configured.";
        return Answer.of(
                shown.stream().map(view::line).collect(Collectors.joining("\n")) + "\nNext: " + next,
                new Facts()
                        .put("providers", shown.stream().map(view::facts).toList())
                        .put("next_step", next)
                        .map());
    }
}
