package dev.wanvideo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What another measurement of this package prints, in a process of its own.
 *
 * @param arguments of its {@code main}
 */
record QuotedChapter(String name, String title, Class<?> bench, List<String> arguments) implements Chapter {
    @Override
    public String text(Grounds grounds) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Grounds.java(), "-cp", System.getProperty("java.class.path"), bench.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = process.waitFor();
        String words = String.join(" ", arguments);
        return "## " + title + "\n\n`" + bench.getSimpleName() + (words.isEmpty() ? "" : " " + words) + "`:\n\n```\n"
                + told + "\n```\n" + (exit == 0 ? "" : "\nIt did not reach its goal.\n");
    }
}
