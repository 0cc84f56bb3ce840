package dev.wanvideo.kill;

import dev.wanvideo.sandbox.SandboxBooks;
import dev.wanvideo.sandbox.SandboxBooks.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells for each task of which nobody knows whether it was taken on why that is so, from the providers' own books.
 *
 * @param lists whether a provider lists its tasks
 */
record Doubts(HomeReader reader, Predicate<String> lists, SandboxBooks books) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String QUERY = "SELECT v.id, v.client_key, v.provider, v.state, a.baseline_json, a.intent_at"
            + " FROM video_task v JOIN submit_attempt a ON a.task_id = v.id AND a.attempt = v.attempt"
            + " WHERE v.state IN ('submitting', 'submission_unknown')";
    /** No list is shorter when so many tasks are there. */
    private static final int IN_SIGHT = 50;

    Map<String, Doubt> all() throws SQLException {
        List<Case> cases = reader.rows(QUERY, Case::read);
        Set<String> bound = new HashSet<>(reader.rows(
                "SELECT provider_task_id FROM video_task WHERE provider_task_id IS NOT NULL", row -> row.getString(1)));
        Map<String, Doubt> doubts = new HashMap<>();
        for (Case one : cases) {
            if (one.unclear()) {
                doubts.put(one.id(), doubt(one, cases, bound));
            }
        }
        return doubts;
    }

    private Doubt doubt(Case one, List<Case> cases, Set<String> bound) {
        if (!lists.test(one.provider())) {
            return Doubt.NO_LIST;
        }
        if (one.baseline().isEmpty()) {
            return Doubt.LIST_NOT_READ;
        }
        List<Entry> jobs = books.entries(one.provider());
        Optional<Entry> own =
                jobs.stream().filter(job -> Sellers.word(job).equals(one.key())).findFirst();
        if (own.isEmpty()) {
            return Doubt.NOT_TAKEN_ON;
        }
        if (jobs.indexOf(own.get()) < jobs.size() - IN_SIGHT) {
            return Doubt.OUT_OF_SIGHT;
        }
        return ambiguous(one, own.get().job(), jobs, cases, bound) ? Doubt.AMBIGUOUS : Doubt.TOLD_BY_LIST;
    }

    private static boolean ambiguous(Case one, String job, List<Entry> jobs, List<Case> cases, Set<String> bound) {
        Set<String> before = one.baseline().orElseThrow();
        long candidates = jobs.stream()
                .filter(other -> !other.accepted().isBefore(one.intent().minusSeconds(10)))
                .map(Entry::job)
                .filter(id -> !before.contains(id) && !bound.contains(id))
                .count();
        return candidates != 1
                || cases.stream()
                        .filter(other -> other.provider().equals(one.provider()))
                        .filter(other -> !other.id().equals(one.id()))
                        .anyMatch(other -> !other.baseline().orElse(Set.of()).contains(job));
    }

    /** @param baseline what the provider's list had before, if it could be read */
    private record Case(
            String id, String key, String provider, boolean unclear, Optional<Set<String>> baseline, Instant intent) {
        static Case read(ResultSet row) throws SQLException {
            return new Case(
                    row.getString(1),
                    String.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4).equals("submission_unknown"),
                    Optional.ofNullable(row.getString(5)).map(Case::words),
                    Instant.ofEpochMilli(row.getLong(6)));
        }

        private static Set<String> words(String json) {
            return JSON.readTree(json).values().stream()
                    .map(node -> node.asString(""))
                    .collect(Collectors.toSet());
        }
    }
}
