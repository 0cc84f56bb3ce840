package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelReasonsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DataInspectionFailed: Input data may contain inappropriate content.",
                "data_inspection_failed",
                "IPInfringementSuspect",
                "blocked by content policy",
                "flagged as NSFW"
            })
    void knowsThatContentIsNotWelcome(String words) {
        assertThat(ModelReasons.refuseContent(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InvalidParameter.DataInspection: Unable to download the media resource during the data inspection process.",
                "InternalError.Timeout",
                "duration must be 2 to 15"
            })
    void doesNotTakeMediaThatCannotBeFetchedForUnwelcome(String words) {
        assertThat(ModelReasons.refuseContent(words)).isFalse();
    }
}
