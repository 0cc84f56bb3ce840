package dev.wanvideo.app;

import dev.wanvideo.task.StoreUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job from start to finish, as a client sees it. */
@Command(
        name = "try",
        description = "Makes a film with two characters: starts the server as a client would, asks, waits, prints the"
                + " paths. Free: without --provider it uses the embedded preview.",
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    private static final String PROMPT =
            "Overall: a warm illustrated film in a small café at dusk, audio in English, nobody speaks but the quoted line."
                    + " Shot 1 [0-2s] Wide shot: @anna sits at a table in @cafe and waves at the door."
                    + " Shot 2 [2-4s] Medium shot: @robot rolls in with a cup of coffee and a bow."
                    + " Shot 3 [4-6s] Close-up: @anna laughs and says to @robot, \"You remembered!\"";

    private final PrintWriter out;

    @Option(names = "--provider", description = "Who makes the film (default: ${DEFAULT-VALUE}).")
    private String provider = "preview";

    @Option(names = "--prompt", description = "Another prompt; name the cast as @anna, @robot and @cafe.")
    private String prompt = PROMPT;

    @Option(names = "--duration", description = "Whole seconds (default: ${DEFAULT-VALUE}).")
    private int duration = 6;

    @Option(names = "--aspect-ratio", description = "16:9, 9:16, 1:1, 4:3 or 3:4 (default: ${DEFAULT-VALUE}).")
    private String aspectRatio = "16:9";

    @Option(names = "--seed", description = "The same seed gives the same preview.")
    private long seed = 7;

    TryCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Settings settings = SettingsReader.forProcess(new String[0]);
        settings.problems().forEach(System.err::println);
        Path pictures = settings.folders().home().resolve("examples");
        unpack(pictures);
        out.println("Starting the server over stdio ...");
        try (FilmSession session =
                FilmSession.start(roots(settings, pictures), new ProgressBar(out, Terminal.present()))) {
            FilmSession.Finished film = session.make(request(pictures));
            out.println();
            out.println(film.text());
            return film.succeeded() ? 0 : 1;
        }
    }

    private static void unpack(Path pictures) {
        try {
            Examples.unpack(pictures);
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "The data folder cannot be written: free some space there, make it writable, or set WAN_VIDEO_HOME"
                            + " to another folder.",
                    e);
        }
    }

    private Map<String, Object> request(Path pictures) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("prompt", prompt);
        request.put(
                "references",
                List.of(
                        reference("anna", "character", pictures),
                        reference("robot", "character", pictures),
                        reference("cafe", "scene", pictures)));
        request.put("aspect_ratio", aspectRatio);
        request.put("duration", duration);
        request.put("seed", seed);
        request.put("provider", provider);
        return request;
    }

    private static Map<String, Object> reference(String name, String role, Path pictures) {
        return Map.of(
                "name",
                name,
                "role",
                role,
                "image",
                pictures.resolve(name + ".png").toString());
    }

    private static List<Path> roots(Settings settings, Path pictures) {
        List<Path> roots = new ArrayList<>(settings.folders().mediaRoots());
        roots.add(pictures);
        return roots;
    }
}
