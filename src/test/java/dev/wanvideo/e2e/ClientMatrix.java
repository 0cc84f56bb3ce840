package dev.wanvideo.e2e;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table: clients by cases. Reasons why a client cannot do something stand below it, each once. */
final class ClientMatrix {
    private final Map<MatrixClient, Map<MatrixCase, Outcome>> rows = new EnumMap<>(MatrixClient.class);

    synchronized void put(MatrixClient client, MatrixCase asked, Outcome outcome) {
        rows.computeIfAbsent(client, unused -> new EnumMap<>(MatrixCase.class)).put(asked, outcome);
    }

    @Override
    public synchronized String toString() {
        Set<String> notes = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder();
        line(text, "client | era", titles());
        line(text, "--- | ---", titles().stream().map(title -> "---").toList());
        rows.forEach((client, cells) -> line(text, client.title() + " | " + client.era(), words(client, cells, notes)));
        notes.forEach(note -> text.append("\n").append(note));
        return text.append("\n").toString();
    }

    private static List<String> titles() {
        return List.of(MatrixCase.values()).stream().map(MatrixCase::title).toList();
    }

    private static List<String> words(MatrixClient client, Map<MatrixCase, Outcome> cells, Set<String> notes) {
        List<String> words = new ArrayList<>();
        cells.forEach((asked, outcome) -> {
            if (outcome instanceof Outcome.Unoffered) {
                words.add("n/a");
                notes.add(client.title() + " " + asked.title() + ": " + outcome.cell());
            } else {
                words.add(outcome.cell());
            }
        });
        return words;
    }

    private static void line(StringBuilder text, String first, List<String> rest) {
        text.append("| ").append(first);
        rest.forEach(word -> text.append(" | ").append(word));
        text.append(" |\n");
    }
}
