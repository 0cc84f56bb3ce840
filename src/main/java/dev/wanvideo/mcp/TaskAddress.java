package dev.wanvideo.mcp;

import java.util.Optional;

/** The URI under which a task is a resource. */
final class TaskAddress {
    static final String TEMPLATE = "wan-video://tasks/{task_id}";

    private static final String PREFIX = "wan-video://tasks/";

    private TaskAddress() {}

    static String of(String id) {
        return PREFIX + id;
    }

    /** The task's id; empty when the URI is not one of a task. */
    static Optional<String> id(String uri) {
        boolean named = uri.startsWith(PREFIX) && uri.length() > PREFIX.length();
        return named ? Optional.of(uri.substring(PREFIX.length())) : Optional.empty();
    }
}
