package dev.wanvideo.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PreparedAnswersTest {

    @Test
    void servesTheVeryBytesOfTheTools() {
        PreparedAnswers prepared = new PreparedAnswers("{protocolVersion}", "[{\"n\": \"\u56fe\\n\"}]".getBytes(UTF_8));
        assertThat(new String(prepared.tools(), UTF_8)).isEqualTo("{\"tools\":[{\"n\": \"\u56fe\\n\"}]}");
    }

    @Test
    void leavesLineBreaksOut() {
        PreparedAnswers prepared =
                new PreparedAnswers("{\n\"v\":\"{protocolVersion}\"\r\n}\n", "[\n  1,\r\n  2\n]\n".getBytes(UTF_8));
        assertThat(new String(prepared.tools(), UTF_8)).isEqualTo("{\"tools\":[  1,  2]}");
        assertThat(new String(prepared.initialize(null), UTF_8)).isEqualTo("{\"v\":\"2025-11-25\"}");
    }

    @Test
    void refusesAnInitializeResultWithoutPlaceForTheVersion() {
        assertThatThrownBy(() -> new PreparedAnswers("{}", new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
