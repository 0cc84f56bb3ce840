package dev.wanvideo.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Answers that hold until something changes are given again without a call. */
final class StdioStandingTest {
    private final AtomicLong version = new AtomicLong(1);
    private final AtomicLong calls = new AtomicLong();

    @Test
    void asksTheToolAgainOnlyWhenSomethingChanged() {
        try (Wire wire = new Wire(provider -> new Counting())) {
            wire.initialize();
            assertThat(told(wire, "ended")).isEqualTo(1);
            assertThat(told(wire, "ended")).isEqualTo(1);
            assertThat(told(wire, "other")).isEqualTo(2);
            assertThat(told(wire, "ended")).isEqualTo(1);
            version.incrementAndGet();
            assertThat(told(wire, "ended")).isEqualTo(3);
            assertThat(told(wire, "running")).isEqualTo(4);
            assertThat(told(wire, "running")).isEqualTo(5);
        }
    }

    /** What changes while the tool looks is not missed. */
    @Test
    void keepsNothingThatWasOldBeforeItWasAnswered() {
        try (Wire wire = new Wire(provider -> new Counting())) {
            wire.initialize();
            assertThat(told(wire, "ended changing")).isEqualTo(1);
            assertThat(told(wire, "ended changing")).isEqualTo(2);
        }
    }

    private static long told(Wire wire, String tool) {
        wire.call(1, tool, "{}");
        return wire.receive().path("result").path("call").asLong();
    }

    /** Numbers its calls. */
    private final class Counting implements StatelessHandler {
        @Override
        public Map<String, Object> handle(StatelessRequest request) {
            throw new AssertionError("of the other era");
        }

        @Override
        public Optional<Map<String, Object>> called(StatelessRequest request, Map<String, Object> client) {
            if (String.valueOf(request.params().get("name")).endsWith("changing")) {
                version.incrementAndGet();
            }
            return Optional.of(Map.of("call", calls.incrementAndGet()));
        }

        @Override
        public OptionalLong version() {
            return OptionalLong.of(version.get());
        }

        @Override
        public boolean stands(StatelessRequest request, Map<String, Object> result) {
            return String.valueOf(request.params().get("name")).startsWith("ended");
        }
    }
}
