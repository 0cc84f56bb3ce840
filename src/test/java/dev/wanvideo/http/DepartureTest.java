package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DepartureTest {
    private final Departure departure = new Departure();

    @Test
    void keepsWhatWasCalledOffFromLeaving() {
        assertThat(departure.callOff()).isTrue();
        assertThat(departure.depart()).isFalse();
        assertThat(departure.callOff()).isTrue();
    }

    @Test
    void cannotCallOffWhatHasLeft() {
        assertThat(departure.depart()).isTrue();
        assertThat(departure.callOff()).isFalse();
    }
}
