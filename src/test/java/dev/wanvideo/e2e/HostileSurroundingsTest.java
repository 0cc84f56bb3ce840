package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server without what most programs take for granted: home, temp folder, PATH, stderr, a locale. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class HostileSurroundingsTest {
    private static final String CHINESE = "@anna 在公园里向 @robot 挥手";

    @TempDir
    Path folder;

    @Test
    void withoutHomeThePasswordFileTellsWhereThingsGo() throws IOException {
        Path home = Files.createDirectories(folder.resolve("of the password file"));
        Premises premises = new Premises(
                folder,
                Map.of(
                        "WAN_VIDEO_MEDIA_ROOTS", Product.examples().toString(),
                        "WAN_VIDEO_OUTPUT_DIR", folder.resolve("films").toString()));
        try (RawPipe server = RawPipe.open(premises, nameless(home.toString()))) {
            FilmChecks.assertFilm(Hostile.assertMakesAFilm(server, TwoCharacters.film(2)), premises);
        }
        assertThat(home.resolve(".local/share/wan-video-mcp/wan-video.db")).isRegularFile();
        Hostile.assertDoctorIsContent(premises, nameless(home.toString()));
    }

    @Test
    void withoutAnyHomeTheFoldersThatWereGivenAreEnough() {
        Premises premises = Premises.in(folder);
        Hostile.assertDoctorIsContent(premises, nameless("?"));
        try (RawPipe server = RawPipe.open(premises, nameless("?"))) {
            FilmChecks.assertFilm(Hostile.assertMakesAFilm(server, TwoCharacters.film(2)), premises);
        }
    }

    @Test
    void withoutATempFolderEverythingWorks() {
        Premises premises = Premises.in(folder);
        List<String> command =
                Hostile.java("-Djava.io.tmpdir=" + folder.resolve("nothing here"), "-Djava.awt.headless=true");
        Hostile.assertDoctorIsContent(premises, command);
        try (RawPipe server = RawPipe.open(premises, command)) {
            FilmChecks.assertFilm(Hostile.assertMakesAFilm(server, TwoCharacters.film(2)), premises);
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void withAReadOnlyTempFolderEverythingWorksAndNothingIsLeftThere() throws IOException {
        Needs.mounts();
        Path temp = Files.createDirectories(folder.resolve("temp"));
        Premises premises = Premises.in(folder);
        List<String> command =
                PrivateMounts.command(PrivateMounts.readOnly(temp), Hostile.java("-Djava.io.tmpdir=" + temp));
        Hostile.assertDoctorIsContent(premises, command);
        try (RawPipe server = RawPipe.open(premises, command)) {
            FilmChecks.assertFilm(Hostile.assertMakesAFilm(server, TwoCharacters.film(2)), premises);
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void leavesNothingInTheTempFolderWhenItIsKilled() throws IOException {
        Path temp = Files.createDirectories(folder.resolve("temp"));
        try (RawPipe server = RawPipe.open(Premises.in(folder), Hostile.java("-Djava.io.tmpdir=" + temp))) {
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
            server.kill();
            assertThat(names(temp)).isEmpty();
            server.closeInput();
        }
    }

    @Test
    void foldersMayHaveSpacesAndLettersOfAnyScript() {
        Premises premises = Premises.in(folder)
                .with("WAN_VIDEO_HOME", folder.resolve("Jürgens 数据 (1)").toString())
                .with("WAN_VIDEO_OUTPUT_DIR", folder.resolve("films").toString())
                .with("LC_ALL", "C.UTF-8");
        Hostile.assertDoctorIsContent(premises, Product.command());
        try (RawPipe server = RawPipe.open(premises)) {
            FilmChecks.assertFilm(Hostile.assertMakesAFilm(server, TwoCharacters.film(2)), premises);
        }
    }

    @Test
    void worksFromAReadOnlyWorkingFolder() throws IOException {
        Needs.mounts();
        Path here = Files.createDirectories(folder.resolve("here"));
        Premises premises = Premises.in(folder);
        List<String> command =
                PrivateMounts.command(PrivateMounts.readOnly(here) + "\ncd '" + here + "'", Product.command());
        try (RawPipe server = RawPipe.open(premises, command)) {
            FilmChecks.assertFilm(Hostile.assertMakesAFilm(server, TwoCharacters.film(2)), premises);
        }
    }

    @Test
    void worksWithoutAPath() {
        Premises premises = Premises.in(folder);
        List<String> command = Hostile.after(List.of("/usr/bin/env", "PATH="), Product.command());
        try (RawPipe server = RawPipe.open(premises, command)) {
            FilmChecks.assertFilm(Hostile.assertMakesAFilm(server, TwoCharacters.film(2)), premises);
        }
    }

    @Test
    void worksWithStandardErrorClosedAndWritesItsWordsIntoNoFile() throws IOException {
        Premises premises = Premises.in(folder).with("WAN_VIDEO_LOG_LEVEL", "debug");
        List<String> command = Hostile.after(List.of("sh", "-c", "exec \"$@\" 2>&-", "sh"), Product.command());
        try (RawPipe server = RawPipe.open(premises, command)) {
            FilmChecks.assertFilm(Hostile.assertMakesAFilm(server, TwoCharacters.film(2)), premises);
            Path second = Path.of("/proc", Long.toString(server.handle().pid()), "fd", "2");
            if (Files.exists(second)) {
                assertThat(second.toRealPath().startsWith(folder.toRealPath())).isFalse();
            }
        }
        assertThat(new HomeDatabase(premises.home()).integrity()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX"})
    void namesFilmsInLettersThatTheLocaleHas(String locale) throws IOException {
        Premises premises = Premises.in(folder).with("LC_ALL", locale);
        try (RawPipe server = RawPipe.open(premises)) {
            Hostile.assertMakesAFilm(server, TwoCharacters.with("prompt", CHINESE));
        }
        assertThat(names(premises.films())).isNotEmpty().allMatch(name -> name.matches("\\p{ASCII}+"));
    }

    @Test
    void showsFilmsThatAServerWithAnotherLocaleNamed() {
        Premises premises = Premises.in(folder);
        String path;
        try (RawPipe server = RawPipe.open(premises.with("LC_ALL", "C.UTF-8"))) {
            path = Hostile.assertMakesAFilm(server, TwoCharacters.with("prompt", CHINESE))
                    .facts()
                    .path("video")
                    .path("path")
                    .asString("");
        }
        try (RawPipe server = RawPipe.open(premises.with("LC_ALL", "C"))) {
            Reply tasks = server.call("list_tasks", Map.of());
            assertThat(tasks.facts().path("tasks").path(0).path("path").asString(""))
                    .isEqualTo(path);
            Reply seen = server.call(
                    "get_task",
                    Map.of("task_id", tasks.facts().path("tasks").path(0).path("task_id")));
            FilmChecks.assertFilm(seen, premises);
        }
    }

    @Test
    void finishesWhatAServerWithAnotherLocaleBeganAndLeavesNothingHalfMade() {
        Premises premises = Premises.in(folder);
        Map<String, Object> film = TwoCharacters.film(10);
        film.put("prompt", CHINESE);
        String task;
        try (RawPipe server = RawPipe.open(premises.with("LC_ALL", "C.UTF-8"))) {
            task = Hostile.create(server, film);
            server.requestCall("get_task", Map.of("task_id", task, "wait_seconds", 45));
            server.nextNotification();
            server.kill();
        }
        try (RawPipe server = RawPipe.open(premises.with("LC_ALL", "C"))) {
            assertThat(server.waitFor(task).status()).isEqualTo("succeeded");
        }
        assertThat(HomeDatabase.halfMade(premises.home(), premises.films())).isEmpty();
    }

    @Test
    void saysThatAHomeInForeignLettersNeedsALocale() {
        Premises premises = Premises.in(folder)
                .with("LC_ALL", "C")
                .with("WAN_VIDEO_HOME", folder.resolve("Jürgen").toString());
        Hostile.assertDoctorSays(premises, Product.command(), "LC_ALL=C.UTF-8");
        try (RawPipe server = RawPipe.open(premises)) {
            server.call("list_tasks", Map.of());
            server.ping();
            assertThat(server.errors()).contains("WAN_VIDEO_HOME", "LC_ALL=C.UTF-8");
        }
    }

    /** A process without HOME whose user's home folder is this one. */
    private static List<String> nameless(String home) {
        return Hostile.after(
                List.of("/usr/bin/env", "-u", "HOME", "-u", "XDG_DATA_HOME"), Hostile.java("-Duser.home=" + home));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
