package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the path to the first answers to few classes, since it is their number that makes a start slow. */
final class FirstAnswerTest {

    private static final int MOST_CLASSES = 60;

    @TempDir
    private Path folder;

    @Test
    void answersInitializeAndToolsListBeforeAnyLibraryIsLoaded() throws IOException, InterruptedException {
        expectFew(classesLoadedBeforeTheAnswers(INITIALIZE, "\"protocolVersion\":\"2025-06-18\""));
    }

    @Test
    void answersDiscoverAndToolsListBeforeAnyLibraryIsLoaded() throws IOException, InterruptedException {
        expectFew(classesLoadedBeforeTheAnswers(DISCOVER, "\"supportedVersions\":[\"2026-07-28\""));
    }

    private static void expectFew(List<String> loaded) {
        assertThat(loaded)
                .noneMatch(line -> line.contains(" tools.jackson.")
                        || line.contains(" reactor.")
                        || line.contains(" io.modelcontextprotocol.")
                        || line.contains(" org.slf4j.")
                        || line.contains("$$Lambda"));
        assertThat(loaded).hasSizeBetween(20, MOST_CLASSES);
    }

    /** The classes that are not in the JDK's own archive, up to the one that marks the answer. */
    private List<String> classesLoadedBeforeTheAnswers(String lines, String first)
            throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstAnswerMain.class.getName())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        try (BufferedReader answers = process.inputReader()) {
            process.getOutputStream().write(lines.getBytes(UTF_8));
            process.getOutputStream().flush();
            assertThat(answers.readLine()).contains(first);
            assertThat(answers.readLine()).contains("\"tools\":[]");
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }
        return Files.readAllLines(log).stream()
                .takeWhile(line -> !line.contains(FirstAnswerMain.Answered.class.getName()))
                .filter(line -> !line.contains("shared objects file"))
                .toList();
    }

    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n"
                    + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n"
                    + "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n";

    private static final String DISCOVER =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"server/discover\",\"params\":{\"_meta\":{" + Wire.META
                    + "}}}\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{" + Wire.META
                    + "}}}\n";
}
