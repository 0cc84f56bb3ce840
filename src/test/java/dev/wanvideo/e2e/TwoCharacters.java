package dev.wanvideo.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The film that these tests ask for: the two characters of the example pictures, in two shots. */
final class TwoCharacters {
    private TwoCharacters() {}

    static Map<String, Object> film(int seconds) {
        Map<String, Object> film = new LinkedHashMap<>();
        film.put(
                "prompt",
                "Shot 1 [0-1s] @anna waves to @robot in a sunny park. Shot 2 [1-" + seconds + "s] @robot waves back.");
        film.put("references", List.of(reference("anna"), reference("robot")));
        film.put("duration", seconds);
        film.put("seed", 7);
        return film;
    }

    /** The same film with one argument changed. */
    static Map<String, Object> with(String argument, Object value) {
        Map<String, Object> film = film(2);
        film.put(argument, value);
        return film;
    }

    static String picture(String name) {
        return Product.examples().resolve(name + ".png").toString();
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("name", name, "image", picture(name));
    }
}
