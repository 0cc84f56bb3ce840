package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.RESOURCE_NOT_FOUND;

import dev.wanvideo.task.Film;
import dev.wanvideo.task.Task;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Reads what there is to see of a film, as far as it fits into an answer. */
final class FilmContent {
    private FilmContent() {}

    /** The content in Base64, with its type. One at a time: a film is some hundred megabytes on its way out. */
    static synchronized Map<String, Object> of(StatelessRequest request, String uri, Task task, FilmPart part)
            throws ProtocolError {
        Film film = film(request, uri, task);
        Path file = part.file(film)
                .orElseThrow(() -> missing(request, uri, "There is no " + part.word() + " of this film"));
        String place =
                FilmPlace.of(task, part, Client.unknown(request.principal())).orElse("");
        try {
            long bytes = Files.size(file);
            if (bytes > part.mostBytes()) {
                throw tooLong(request, uri, part, place, bytes);
            }
            return new Facts()
                    .put("uri", uri)
                    .put("mimeType", part.mimeType())
                    .put("blob", Base64.getEncoder().encodeToString(Files.readAllBytes(file)))
                    .map();
        } catch (IOException e) {
            throw missing(request, uri, "The " + part.word() + " cannot be read any more: " + place);
        }
    }

    static Film film(StatelessRequest request, String uri, Task task) throws ProtocolError {
        return task.outcome()
                .film()
                .orElseThrow(() -> missing(
                        request,
                        uri,
                        "The task has no film" + (task.status().terminal() ? "" : " yet") + ": it is "
                                + task.status().word()));
    }

    private static ProtocolError tooLong(
            StatelessRequest request, String uri, FilmPart part, String place, long bytes) {
        boolean here = request.principal().isLocal();
        return new ProtocolError(
                INVALID_PARAMS,
                "The " + part.word() + " is too long for an answer (" + bytes + " bytes, at most " + part.mostBytes()
                        + "): " + (here ? "open the file " + place : "read it in pieces, " + place + "/1 and on"),
                new Facts()
                        .put("uri", uri)
                        .put("path", Optional.of(place).filter(unused -> here))
                        .put("bytes", bytes)
                        .put("limit", part.mostBytes())
                        .map());
    }

    static ProtocolError missing(StatelessRequest request, String uri, String why) {
        return new ProtocolError(request.modern() ? INVALID_PARAMS : RESOURCE_NOT_FOUND, why, Map.of("uri", uri));
    }

    /** How long the file is; empty when it is not there any more. */
    static Optional<Long> bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
