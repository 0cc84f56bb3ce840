package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CallsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Calls calls = new Calls(new Outbox(out, () -> {}));
    private final Semaphore running = new Semaphore(0);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        release.countDown();
        calls.interruptAll();
    }

    @Test
    void givesALateAnswerToNoLaterCallWithTheSameId() throws InterruptedException {
        Call first = begin("1");
        calls.cancel("1");
        Call second = begin("1");
        first.answer("\"late\"".getBytes(UTF_8));
        assertThat(out.toString(UTF_8)).isEmpty();
        second.answer("\"true\"".getBytes(UTF_8));
        assertThat(out.toString(UTF_8)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"true\"}\n");
    }

    @Test
    void answersACallOnce() throws InterruptedException {
        Call call = begin("1");
        call.answer("1".getBytes(UTF_8));
        call.answer("2".getBytes(UTF_8));
        call.refuse(-1, "no");
        assertThat(out.toString(UTF_8)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":1}\n");
    }

    @Test
    void lendsTheIdAgainAsSoonAsItsCallIsAnswered() throws InterruptedException {
        begin("1").answer("1".getBytes(UTF_8));
        assertThat(calls.begin(call("1"))).isTrue();
    }

    @Test
    void runsAsManyCallsAtOnceAsItHasThreads() throws InterruptedException {
        for (int i = 0; i < 256; i++) {
            assertThat(calls.begin(call(String.valueOf(i)))).isTrue();
        }
        running.acquire(256);
        assertThat(calls.begin(call("last"))).isTrue();
        release.countDown();
        running.acquire();
        assertThat(calls.drain(Duration.ofSeconds(30))).isTrue();
    }

    private Call begin(String id) throws InterruptedException {
        Call call = call(id);
        assertThat(calls.begin(call)).isTrue();
        running.acquire();
        return call;
    }

    private Call call(String id) {
        return new Call(id, "tools/call", new byte[0], this::holdOn, calls);
    }

    /** Does not end by an interruption, like a handler that is slow to notice. */
    private void holdOn(Call call) {
        running.release();
        while (true) {
            try {
                release.await();
                return;
            } catch (InterruptedException e) {
                // goes on
            }
        }
    }
}
