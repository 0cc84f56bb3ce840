package dev.wanvideo.task;

import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lies beside a film as JSON, so that it can be made again: what was asked for in the arguments of the tool, what
 * was sent, what it cost and what came. No key is in it, and no address that opens anything by itself.
 */
final class Sidecar {
    /** Grows when a reader of an older one would misread it; keys are only ever added. */
    private static final int FORMAT = 1;

    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final RequestJson requests = new RequestJson(mapper);
    private final OpenAddresses addresses = new OpenAddresses(mapper);

    /**
     * The text of one film.
     *
     * @param row as it stands just before the film is published
     * @param warnings those that the finished task will have
     */
    byte[] of(TaskRow row, Film film, List<String> warnings, Instant finished) {
        Task task = row.task();
        ObjectNode json = mapper.createObjectNode().put("format", FORMAT);
        ObjectNode maker = json.putObject("made_with").put("name", "wan-video-mcp");
        version().ifPresent(version -> maker.put("version", version));
        json.put("task_id", task.id());
        json.set("request", addresses.closed(mapper.readTree(requests.write(task.request()))));
        json.put("provider", task.provider());
        task.advance().providerTaskId().ifPresent(id -> json.put("provider_task_id", id));
        json.set("sent", sent(row));
        if (!task.advance().details().isEmpty()) {
            json.set("told", addresses.closed(mapper.valueToTree(task.advance().details())));
        }
        json.set("cost", cost(task.cost()));
        json.set("warnings", mapper.valueToTree(warnings));
        json.set("film", film(film));
        json.set("times", times(row, finished));
        return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> version() {
        return Optional.ofNullable(Sidecar.class.getPackage().getImplementationVersion());
    }

    private ObjectNode sent(TaskRow row) {
        ObjectNode json = mapper.createObjectNode()
                .put("method", row.outgoing().method())
                .put("url", row.outgoing().url());
        json.set("body", addresses.closed(mapper.valueToTree(row.outgoing().body())));
        return json;
    }

    private ObjectNode cost(Cost cost) {
        ObjectNode json = mapper.createObjectNode();
        Quote quote = cost.quote();
        put(json, "quoted_usd_low", quote.lowUsd());
        put(json, "quoted_usd_high", quote.highUsd());
        put(json, "charged_usd", cost.chargedUsd());
        return json.put("charged", cost.charged().word());
    }

    private static void put(ObjectNode json, String name, Optional<BigDecimal> usd) {
        usd.ifPresent(known -> json.put(name, known));
    }

    private ObjectNode film(Film film) {
        ObjectNode json = mapper.createObjectNode().put("file", name(film.path()));
        film.sheet().ifPresent(sheet -> json.put("contact_sheet", name(sheet)));
        film.poster().ifPresent(poster -> json.put("poster", name(poster)));
        return json.put("width", film.size().width())
                .put("height", film.size().height())
                .put("duration_seconds", film.seconds())
                .put("bytes", film.bytes())
                .put("sha256", film.sha256());
    }

    private static String name(Path file) {
        String place = PathText.text(file);
        return place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
    }

    private ObjectNode times(TaskRow row, Instant finished) {
        ObjectNode json = mapper.createObjectNode()
                .put("created_at", row.task().times().created().toString());
        row.remote().looks().submittedAt().ifPresent(at -> json.put("submitted_at", at.toString()));
        return json.put("finished_at", finished.toString());
    }
}
