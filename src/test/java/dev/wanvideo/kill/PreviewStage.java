package dev.wanvideo.kill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Films that the servers make themselves, for nothing. */
record PreviewStage(KillOrder order) implements Stage {
    @Override
    public Aims aims() {
        return Aims.HERE;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public Map<String, Object> film(String key) {
        return Map.of(
                "prompt",
                "@someone waves",
                "references",
                List.of(Map.of("name", "someone", "image", order.picture().toString())),
                "aspect_ratio",
                "1:1",
                "duration",
                2,
                "seed",
                Orders.number(key),
                "provider",
                order.provider(),
                "request_id",
                key);
    }

    @Override
    public void coax(Moment aim) {}

    @Override
    public void relax() {}

    @Override
    public void struck(Look look, boolean mayWake) {}

    @Override
    public List<String> undecided(HomeReader reader) {
        return List.of();
    }

    /** Every attempt closed, and exactly one that made the film of a task that has one. */
    @Override
    public List<String> broken(HomeReader reader, List<Ended> tasks, Set<String> cancelAsked) throws SQLException {
        List<String> broken = new ArrayList<>();
        Map<String, Integer> made = new HashMap<>();
        reader.rows("SELECT task_id, attempt, outcome FROM submit_attempt", row -> {
            if (row.getString(3) == null) {
                broken.add("attempt never closed: " + row.getString(1) + " " + row.getInt(2));
            } else if (row.getString(3).equals("made")) {
                made.merge(row.getString(1), 1, Integer::sum);
            }
            return true;
        });
        for (Ended task : tasks) {
            int films = made.getOrDefault(task.id(), 0);
            if (films != (task.succeeded() ? 1 : 0)) {
                broken.add(task.id() + " " + task.state() + " was finished " + films + " times in the ledger");
            }
            if (!task.succeeded() && !(task.cancelled() && cancelAsked.contains(task.id()))) {
                broken.add(task.id() + " ended " + task.state() + " " + task.error());
            }
        }
        return broken;
    }

    @Override
    public List<String> figures() {
        return List.of();
    }

    @Override
    public void close() {}
}
