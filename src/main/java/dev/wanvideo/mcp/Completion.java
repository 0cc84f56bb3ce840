package dev.wanvideo.mcp;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How an argument may go on.
 *
 * @param values all that is known
 * @param complete whether there are no others
 */
record Completion(List<String> values, boolean complete) {
    /** The protocol takes no more. */
    private static final int MOST_VALUES = 100;

    /** The result of {@code completion/complete}. */
    Map<String, Object> result() {
        Facts facts = new Facts().put("values", values.subList(0, Math.min(MOST_VALUES, values.size())));
        total().ifPresent(total -> facts.put("total", total));
        facts.put("hasMore", !complete || values.size() > MOST_VALUES);
        return new Facts().put("completion", facts.map()).map();
    }

    private OptionalInt total() {
        return complete ? OptionalInt.of(values.size()) : OptionalInt.empty();
    }
}
