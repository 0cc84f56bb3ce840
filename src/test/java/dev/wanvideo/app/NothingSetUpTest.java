package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.mcp.FirstResults;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NothingSetUpTest {
    private static final String PROVIDERS = Objects.requireNonNull(FirstResults.of("list_providers"));

    @TempDir
    private Path folder;

    /** Every name that a provider reads, however it is called. */
    static Stream<String> namesOfProviders() {
        return Catalogue.load().all().stream().flatMap(NothingSetUpTest::names);
    }

    private static Stream<String> names(Provider provider) {
        String id = provider.descriptor().id();
        return Stream.concat(
                provider.descriptor().keyVariable().stream(),
                provider.options().stream().map(option -> option.variable(id)));
    }

    @ParameterizedTest
    @MethodSource("namesOfProviders")
    void isSaidNoMoreWhereAProviderIsSetUp(String name) {
        assertThat(bare(name, "something")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WAN_VIDEO_DAILY_BUDGET_USD,5,false",
        "WAN_VIDEO_DATABASE_URL,jdbc:postgresql:x,false",
        "WAN_VIDEO_CONFIG,/etc/films,false",
        "WAN_VIDEO_S3_BUCKET,films,false",
        "WAN_VIDEO_TYPO,1,false",
        "WAN_VIDEO_HOME,~/films,true",
        "WAN_VIDEO_HOME,/nowhere/at/all,true",
        "WAN_VIDEO_OUTPUT_DIR,/films,true",
        "WAN_VIDEO_LOG_LEVEL,debug,true",
        "EVOLINK_API_KEY,${user_config.evolink},true",
        "EVOLINK_API_KEY,' ',true",
        "OPENAI_API_KEY,sk-other,true",
        "PATH,/bin,true"
    })
    void looksAtEverySetting(String name, String value, boolean bare) {
        assertThat(bare(name, value)).isEqualTo(bare);
    }

    @Test
    void isSaidNoMoreWithAConfigurationFile() throws IOException {
        Path data = Files.createDirectories(folder.resolve(".local/share/wan-video-mcp"));
        assertThat(bare("A", "1")).isTrue();
        Files.createFile(data.resolve("config.properties"));
        assertThat(bare("A", "1")).isFalse();
    }

    private boolean bare(String name, String value) {
        Map<String, String> variables = new HashMap<>(Map.of("HOME", folder.toString()));
        variables.put("XDG_DATA_HOME", folder.resolve(".local/share").toString());
        variables.put(name, value);
        return NothingSetUp.in(variables, PROVIDERS);
    }
}
