package dev.wanvideo.firsttry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well a model used the tools at the first try: what it missed, request by request. */
record Score(Map<String, List<String>> misses) {
    /** Scores attempts; a request without one counts as missed. */
    static Score of(List<Request> requests, Map<String, Attempt> attempts) {
        Map<String, List<String>> misses = new LinkedHashMap<>();
        for (Request request : requests) {
            Attempt attempt = attempts.get(request.id());
            misses.put(request.id(), attempt == null ? List.of("was not tried") : request.misses(attempt));
        }
        return new Score(misses);
    }

    long right() {
        return misses.values().stream().filter(List::isEmpty).count();
    }

    /** A table for people. */
    String table() {
        StringBuilder table = new StringBuilder("| request | first try |\n|---|---|\n");
        misses.forEach((id, missed) -> table.append("| ")
                .append(id)
                .append(" | ")
                .append(missed.isEmpty() ? "right" : String.join("; ", missed).replace("|", "/"))
                .append(" |\n"));
        return table + "\n" + right() + " of " + misses.size() + " right at the first try\n";
    }
}
