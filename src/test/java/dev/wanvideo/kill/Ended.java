package dev.wanvideo.kill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A task as the row has it when all is over.
 *
 * @param key its request_id
 * @param sheet place of its contact sheet, where it has one
 */
record Ended(
        String id,
        String key,
        String provider,
        String state,
        int attempt,
        String charged,
        String film,
        Optional<String> sheet,
        Optional<String> poster,
        String sha256,
        String error) {
    static final String QUERY = "SELECT id, client_key, provider, state, attempt, charged, result_path, result_sheet,"
            + " result_poster, result_sha256, error_json FROM video_task";

    static Ended read(ResultSet row) throws SQLException {
        return new Ended(
                row.getString(1),
                String.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                String.valueOf(row.getString(7)),
                Optional.ofNullable(row.getString(8)),
                Optional.ofNullable(row.getString(9)),
                String.valueOf(row.getString(10)),
                String.valueOf(row.getString(11)));
    }

    /** All files of a film that succeeded. */
    List<String> files() {
        String sidecar = film.substring(0, film.lastIndexOf('.')) + ".json";
        return Stream.of(Stream.of(film, sidecar), sheet.stream(), poster.stream())
                .flatMap(Function.identity())
                .toList();
    }

    boolean succeeded() {
        return state.equals("succeeded");
    }

    boolean cancelled() {
        return state.equals("cancelled");
    }

    boolean failed() {
        return state.equals("failed");
    }

    /** Whether only a person or the provider's list can tell how it goes on. */
    boolean unclear() {
        return state.equals("submission_unknown");
    }
}
