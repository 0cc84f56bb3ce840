package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.app.log.Logs;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class LoggingTest {
    @Test
    void namesTheProviderThatSlf4jFindsByItself() {
        assertThat(Logging.PROVIDER).isEqualTo(Logs.class.getName());
        assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(Logs.class);
    }
}
