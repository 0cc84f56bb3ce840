package dev.wanvideo.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LogsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BasicMDCAdapter context = new BasicMDCAdapter();

    @Test
    void aLineIsAnObjectWithWhatIsKnown() {
        context.put("task_id", "wv_1");
        context.put("request_id", "7f");
        logger("info").info("Task {} goes on", "wv_1");
        JsonNode line = lines().get(0);
        assertThat(line.propertyNames())
                .containsExactlyInAnyOrder("timestamp", "level", "logger", "message", "task_id", "request_id");
        assertThat(line.path("timestamp").asString()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(line.path("level").asString()).isEqualTo("INFO");
        assertThat(line.path("logger").asString()).isEqualTo("dev.wanvideo.task");
        assertThat(line.path("message").asString()).isEqualTo("Task wv_1 goes on");
    }

    @Test
    void whateverIsSaidStaysOnOneLineOfPlainLetters() {
        logger("info").warn("über\n\"alles\" \u0007 {}", "\r\n{\"level\":\"ERROR\"}");
        assertThat(bytes.toString(UTF_8)).matches("[ -~]+\n");
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0).path("message").asString()).startsWith("über\n\"alles\"");
    }

    @Test
    void showsNoAddressThatOpensSomethingByItself() {
        logger("info")
                .error(
                        "At https://b.example.com/film.mp4?X-Amz-Signature=abc and https://f.example.com/webhooks/{}",
                        "k".repeat(43),
                        new IllegalStateException("https://c.example.com/?token=abc"));
        assertThat(bytes.toString(UTF_8))
                .contains("https://b.example.com/film.mp4?***", "/webhooks/***", "IllegalStateException")
                .doesNotContain("abc", "kkk");
    }

    @Test
    void speaksFromItsLevelOn() {
        Logger logger = logger("warn");
        logger.info("no");
        logger.warn("yes");
        assertThat(lines()).hasSize(1);
        LogLevels usual = new LogLevels("info");
        assertThat(usual.of("dev.wanvideo.task.StepQueue")).isEqualTo(20);
        assertThat(usual.of("wan-video-mcp.http")).isEqualTo(20);
        assertThat(usual.of("reactor.netty")).isEqualTo(LogLevels.OFF);
        assertThat(usual.of("io.netty")).isEqualTo(40);
        assertThat(new LogLevels("debug").of("reactor.netty")).isEqualTo(20);
        assertThat(new LogLevels("off").of("dev.wanvideo")).isEqualTo(LogLevels.OFF);
    }

    @Test
    void isAProviderThatSlf4jTakes() {
        Logs logs = new Logs();
        logs.initialize();
        assertThat(logs.getRequestedApiVersion()).startsWith("2.0");
        assertThat(logs.getLoggerFactory().getLogger("dev.wanvideo")).isSameAs(logs.getLogger("dev.wanvideo"));
        assertThat(logs.getMDCAdapter()).isNotNull();
        assertThat(logs.getMarkerFactory()).isNotNull();
    }

    @Test
    void linesForPeopleHaveTimeLevelAndMessage() {
        OneLogger logger = new OneLogger("dev.wanvideo.task", () -> new LogSettings("info", text()), context);
        context.put("task_id", "wv_1");
        logger.info("Task {} goes on", "wv_1");
        logger.warn("At https://b.example.com/film.mp4?X-Amz-Signature=abc", new IllegalStateException("gone"));
        assertThat(bytes.toString(UTF_8).lines())
                .startsWith(
                        "2026-11-21T10:00:00Z [INFO] Task wv_1 goes on",
                        "2026-11-21T10:00:00Z [WARN] At https://b.example.com/film.mp4?***",
                        "java.lang.IllegalStateException: gone");
    }

    @Test
    void aLoggerThatWasMadeBeforeTheSettingsWereReadObeysThem() {
        AtomicReference<LogSettings> settings = new AtomicReference<>(new LogSettings("info", text()));
        OneLogger logger = new OneLogger("dev.wanvideo.task", settings::get, context);
        logger.info("one");
        settings.set(new LogSettings("warn", text()));
        logger.info("two");
        settings.set(new LogSettings("info", new JsonLines(stream(), NOW)));
        logger.info("three");
        assertThat(bytes.toString(UTF_8).lines())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("[INFO] one"),
                        second -> assertThat(second).startsWith("{").contains("three"));
    }

    private OneLogger logger(String level) {
        LogSettings settings = new LogSettings(level, new JsonLines(stream(), NOW));
        return new OneLogger("dev.wanvideo.task", () -> settings, context);
    }

    private TextLines text() {
        return new TextLines(stream(), NOW);
    }

    private PrintStream stream() {
        return new PrintStream(bytes, true, UTF_8);
    }

    private List<JsonNode> lines() {
        JsonMapper json = new JsonMapper();
        return bytes.toString(UTF_8).lines().map(json::readTree).toList();
    }
}
