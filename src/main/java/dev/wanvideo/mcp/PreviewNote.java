package dev.wanvideo.mcp;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.task.Film;
import dev.wanvideo.task.Task;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of a preview that it is one, and how to get the real film. */
final class PreviewNote {
    private final Catalogue catalogue;

    PreviewNote(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The words for a finished preview; empty for a real film. */
    Optional<String> about(Task task) {
        boolean local = catalogue
                .find(task.provider())
                .map(provider -> provider.descriptor().execution() == Execution.LOCAL)
                .orElse(false);
        return local ? task.outcome().film().map(this::words) : Optional.empty();
    }

    private String words(Film film) {
        return ". It is a free PREVIEW drawn on this machine (" + film.size().width() + "x"
                + film.size().height() + "), not the WAN 2.7 film. " + realFilm();
    }

    private String realFilm() {
        String keys = catalogue.all().stream()
                .map(Provider::descriptor)
                .filter(descriptor -> descriptor.execution() == Execution.REMOTE)
                .map(PreviewNote::key)
                .collect(Collectors.joining(", "));
        return keys.isEmpty()
                ? "For the real film set the key of a paid provider; list_providers names those there are."
                : "For the real film set the key of a paid provider (" + keys
                        + ") and call create_reference_video with it.";
    }

    private static String key(Descriptor descriptor) {
        return descriptor.id()
                + descriptor.keyVariable().map(variable -> ": " + variable).orElse("");
    }
}
