package dev.wanvideo.mcp;

import java.util.Optional;

/**
 * The URI under which a task is a resource, or something that came of it.
 *
 * @param part empty for the task itself
 */
record TaskAddress(String id, Optional<FilmPart> part) {
    /** The name of the variable in the templates. */
    static final String VARIABLE = "task_id";

    static final String TEMPLATE = "wan-video://tasks/{" + VARIABLE + "}";

    private static final String PREFIX = "wan-video://tasks/";

    static String of(String id) {
        return PREFIX + id;
    }

    static String of(String id, FilmPart part) {
        return of(id) + "/" + part.word();
    }

    /** Reads one; empty when the URI is none of ours. */
    static Optional<TaskAddress> read(String uri) {
        if (!uri.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = uri.substring(PREFIX.length());
        int slash = rest.indexOf('/');
        String id = slash < 0 ? rest : rest.substring(0, slash);
        Optional<FilmPart> part = slash < 0 ? Optional.empty() : FilmPart.named(rest.substring(slash + 1));
        return id.isEmpty() || slash >= 0 && part.isEmpty() ? Optional.empty() : Optional.of(new TaskAddress(id, part));
    }

    /** The id of the task whose URI this is; empty when it is not one of a task itself. */
    static Optional<String> id(String uri) {
        return read(uri).filter(address -> address.part().isEmpty()).map(TaskAddress::id);
    }
}
