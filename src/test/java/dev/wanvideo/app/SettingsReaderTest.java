package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsReaderTest {
    @TempDir
    Path home;

    @Test
    void aFreshPersonGetsADataFolderAndFilmsInsideIt() {
        Settings settings = read(Map.of());
        assertThat(settings.folders().home()).startsWithRaw(home).endsWithRaw(Path.of("wan-video-mcp"));
        assertThat(settings.folders().output())
                .isEqualTo(settings.folders().home().resolve("wan-video"));
        assertThat(settings.folders().mediaRoots())
                .contains(home.resolve("Pictures"), settings.folders().output());
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void filmsGoToTheVideosFolderWhereThereIsOne() throws IOException {
        Files.createDirectory(home.resolve("Videos"));
        assertThat(read(Map.of()).folders().output())
                .isEqualTo(home.resolve("Videos").resolve("wan-video"));
    }

    @Test
    void aPlaceholderThatNobodyFilledInCountsAsAbsent() {
        Settings settings = read(Map.of(
                "WAN_VIDEO_OUTPUT_DIR", "${user_config.output_dir}",
                "WAN_VIDEO_DAILY_BUDGET_USD", "${user_config.budget}",
                "WAN_VIDEO_PROVIDER", "  "));
        assertThat(settings.folders().output())
                .isEqualTo(settings.folders().home().resolve("wan-video"));
        assertThat(settings.dailyBudgetUsd()).isEmpty();
        assertThat(settings.providers().preferred()).isEmpty();
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        Settings settings = read(Map.of(
                "WAN_VIDEO_OUTPUT_DIR", "films",
                "WAN_VIDEO_DAILY_BUDGET_USD", "ten",
                "WAN_VIDEO_PROVIDER", "nobody",
                "WAN_VIDEO_LOG_LEVEL", "loud"));
        assertThat(settings.problems()).hasSize(4);
        assertThat(settings.providers().preferred())
                .as("a choice that was misspelt is not the choice of whoever is cheapest")
                .contains("nobody");
        assertThat(settings.logs().level()).isEqualTo("info");
    }

    @ParameterizedTest
    @CsvSource({"ten", "-1", "1.2.3", "$5"})
    void aBudgetThatCannotBeReadStopsPaidCallsInsteadOfAllowingAll(String text) {
        Settings settings = read(Map.of("WAN_VIDEO_DAILY_BUDGET_USD", text));
        assertThat(settings.dailyBudgetUsd())
                .hasValueSatisfying(budget -> assertThat(budget).isZero());
        assertThat(settings.problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0.50, 0.50, 0", "0, 0, 0", "ten, 0, 1", "-1, 0, 1"})
    void anAmountToAskAboveThatCannotBeReadAsksAboutEveryPaidFilm(String text, String above, int problems) {
        Settings settings = read(Map.of("WAN_VIDEO_CONFIRM_ABOVE_USD", text));
        assertThat(settings.spending().confirmAboveUsd())
                .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo(above));
        assertThat(settings.problems()).hasSize(problems);
        assertThat(read(Map.of()).spending().confirmAboveUsd()).isEmpty();
    }

    @Test
    void flagsComeBeforeVariablesBeforeTheConfigurationFile() throws IOException {
        Path data = home.resolve("data");
        Files.createDirectories(data.resolve("wan-video-mcp"));
        Files.writeString(
                data.resolve("wan-video-mcp").resolve("config.properties"),
                "WAN_VIDEO_OUTPUT_DIR=" + home.resolve("file") + "\nWAN_VIDEO_LOG_LEVEL=debug\n"
                        + "WAN_VIDEO_ALLOW_HOSTS=127.0.0.1, example.org\n");
        Map<String, String> variables = new HashMap<>();
        variables.put("HOME", home.toString());
        variables.put("XDG_DATA_HOME", data.toString());
        variables.put("LOCALAPPDATA", data.toString());
        variables.put("WAN_VIDEO_LOG_LEVEL", "warn");
        variables.put("WAN_VIDEO_OUTPUT_DIR", home.resolve("variable").toString());
        Settings settings = SettingsReader.read(
                Flags.read(List.of("--output-dir", home.resolve("flag").toString())), variables);
        assertThat(settings.folders().output()).isEqualTo(home.resolve("flag"));
        assertThat(settings.logs().level()).isEqualTo("warn");
        assertThat(settings.network().allowHosts()).containsExactlyInAnyOrder("127.0.0.1", "example.org");
    }

    @Test
    void mediaRootsReplaceTheUsualFoldersAndUnderstandTheTilde() {
        Settings settings = read(Map.of("WAN_VIDEO_MEDIA_ROOTS", "~/cast" + File.pathSeparator + home.resolve("more")));
        assertThat(settings.folders().mediaRoots())
                .contains(home.resolve("cast"), home.resolve("more"))
                .doesNotContain(home.resolve("Pictures"));
    }

    @Test
    void mediaRootsAreReadAsFileAddressesToo() {
        String list = String.join(
                File.pathSeparator,
                home.resolve("a b").toUri().toString(),
                "FILE://localhost" + home + "/c%20d",
                "",
                "file://~/e",
                home.resolve("file").toString(),
                "file:" + home.resolve("f"));

        Settings settings = read(Map.of("WAN_VIDEO_MEDIA_ROOTS", list));

        assertThat(settings.folders().mediaRoots())
                .containsExactly(
                        home.resolve("a b"),
                        home.resolve("c d"),
                        home.resolve("file"),
                        home.resolve("f"),
                        settings.folders().output());
        assertThat(settings.problems())
                .containsExactly("WAN_VIDEO_MEDIA_ROOTS must be an absolute path; \"file://~/e\" is left out.");
    }

    @Test
    void theUsualFoldersHaveTheNamesThatTheDesktopGaveThem() throws IOException {
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/user-dirs.dirs"), """
                # written by the desktop
                XDG_PICTURES_DIR="$HOME/Bilder"
                XDG_VIDEOS_DIR="$HOME/Meine Filme"
                XDG_MUSIC_DIR="/srv/music"
                XDG_DESKTOP_DIR="$HOME/"
                XDG_DOWNLOAD_DIR="/"
                XDG_DOCUMENTS_DIR="$HOME/Dokumente"
                XDG_TEMPLATES_DIR=$(rm -rf ~)
                """);
        Path films = Files.createDirectory(home.resolve("Meine Filme"));

        Folders folders = read(Map.of()).folders();

        assertThat(folders.mediaRoots())
                .contains(home.resolve("Pictures"), home.resolve("Bilder"), films, Path.of("/srv/music"))
                .doesNotContain(home, Path.of("/"), home.resolve("Dokumente"));
        assertThat(folders.output()).isEqualTo(films.resolve("wan-video"));
    }

    @Test
    void aBackslashInTheConfigurationFileStaysOne() throws IOException {
        Path file = home.resolve("own.properties");
        Files.writeString(file, "# films\n\nWAN_VIDEO_LOG_LEVEL = debug\nFREEPIK_NOTE=C:\\new\\films\nnonsense\n");

        ConfigFile read = ConfigFile.read(file, true);

        assertThat(read.values())
                .containsEntry("WAN_VIDEO_LOG_LEVEL", "debug")
                .containsEntry("FREEPIK_NOTE", "C:\\new\\films");
        assertThat(read.problems())
                .singleElement()
                .asString()
                .startsWith("Line 5 of the configuration file")
                .endsWith("is not NAME=value.");
    }

    @Test
    void aSettingThatThisVersionDoesNotReadIsAProblem() {
        assertThat(read(Map.of("WAN_VIDEO_DALY_BUDGET_USD", "3")).problems())
                .containsExactly("WAN_VIDEO_DALY_BUDGET_USD is no setting of this version and has no effect.");
    }

    @Test
    void providersAreFoundInAnyCase() {
        Settings settings = read(Map.of("WAN_VIDEO_PROVIDER", "Preview", "WAN_VIDEO_PROVIDER_ORDER", "PREVIEW"));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.providers().preferred()).contains("preview");
        assertThat(settings.providers().order()).containsExactly("preview");
    }

    @ParameterizedTest
    @CsvSource({"2,2000", "0.5,500", "15,15000"})
    void aFixedPollGapIsReadInSeconds(String text, long millis) {
        assertThat(read(Map.of("WAN_VIDEO_POLL_SECONDS", text)).pollGap())
                .contains(java.time.Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "0", "1e9"})
    void aPollGapThatCannotBeReadIsAProblem(String text) {
        Settings settings = read(Map.of("WAN_VIDEO_POLL_SECONDS", text));

        assertThat(settings.pollGap()).isEmpty();
        assertThat(settings.problems()).hasSize(1);
    }

    @Test
    void anUnknownFlagIsAProblemThatNamesIt() {
        assertThat(Flags.read(List.of("--ouput-dir", "/x")).problems())
                .first()
                .asString()
                .contains("--ouput-dir");
        assertThat(Flags.read(List.of("--home")).problems()).first().asString().contains("needs a value");
        assertThat(Flags.read(List.of("--home=/a", "--daily-budget-usd", "3")).values())
                .containsEntry("WAN_VIDEO_HOME", "/a")
                .containsEntry("WAN_VIDEO_DAILY_BUDGET_USD", "3");
    }

    private Settings read(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("HOME", home.toString());
        return SettingsReader.read(Flags.read(List.of()), all);
    }
}
