package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.access.Principal;
import dev.wanvideo.task.Film;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finished films in pieces, since hosts cut off answers beyond a million characters. All pieces but the last have
 * {@link #BYTES}; who has read as many bytes as the task's {@code video.bytes} has the whole film.
 */
final class FilmPieces implements ResourceShelf {
    /** In Base64 933,336 characters. */
    static final int BYTES = 700_002;

    private static final String VARIABLE = "piece";
    private static final String TEMPLATE = FilmPart.FILM.template() + "/{" + VARIABLE + "}";
    private static final Set<String> VARIABLES = Set.of(TaskAddress.VARIABLE, VARIABLE);
    private static final Pattern URI = Pattern.compile("(wan-video://tasks/[^/]+/film)/([1-9][0-9]{0,5})");

    private final Tenancy tasks;

    FilmPieces(Tenancy tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Map<String, Object>> list(Principal principal) {
        return List.of();
    }

    @Override
    public List<Map<String, Object>> templates() {
        return List.of(new Facts()
                .put("uriTemplate", TEMPLATE)
                .put("name", VARIABLE)
                .put("title", "A piece of the film")
                .put("description", "The first is 1; each but the last has " + BYTES + " bytes.")
                .put("mimeType", "application/octet-stream")
                .map());
    }

    @Override
    public Optional<Map<String, Object>> content(StatelessRequest request, String uri) throws ProtocolError {
        Matcher matcher = URI.matcher(uri);
        Optional<Task> task = matcher.matches()
                ? TaskAddress.read(matcher.group(1))
                        .flatMap(film -> tasks.of(request.principal()).find(film.id()))
                : Optional.empty();
        if (task.isEmpty()) {
            return Optional.empty();
        }
        Film film = FilmContent.film(request, uri, task.get());
        byte[] bytes = read(request, uri, film, Integer.parseInt(matcher.group(2)));
        return Optional.of(new Facts()
                .put("uri", uri)
                .put("mimeType", "application/octet-stream")
                .put("blob", Base64.getEncoder().encodeToString(bytes))
                .map());
    }

    @Override
    public Optional<Completion> values(Principal principal, String template, String variable, String begun)
            throws ProtocolError {
        if (!template.equals(TEMPLATE)) {
            return Optional.empty();
        }
        if (!VARIABLES.contains(variable)) {
            throw new ProtocolError(
                    INVALID_PARAMS, "params.argument.name must be " + TaskAddress.VARIABLE + " or " + VARIABLE);
        }
        return Optional.of(new Completion(List.of(), false));
    }

    private static byte[] read(StatelessRequest request, String uri, Film film, int piece) throws ProtocolError {
        Path path = film.path();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = (piece - 1L) * BYTES;
            long length = Math.min(BYTES, file.length() - from);
            if (length <= 0) {
                throw FilmContent.missing(request, uri, "The film has fewer pieces: it is " + file.length() + " bytes");
            }
            byte[] bytes = new byte[(int) length];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw FilmContent.missing(
                    request,
                    uri,
                    "The film cannot be read any more" + (request.principal().isLocal() ? ": " + film.place() : ""));
        }
    }
}
