package dev.wanvideo.firsttry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.mcp.DryRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whether models use the tools rightly at the first try, by calls that were recorded. */
final class FirstTryTest {
    @TempDir
    private Path home;

    private List<Request> requests = List.of();

    @BeforeEach
    void lay() throws IOException {
        requests = FirstTrySet.requests(new DryRuns(home));
        FirstTrySet.lay(requests, home);
    }

    @Test
    void asksWhatPeopleSay() {
        assertThat(requests).hasSizeGreaterThanOrEqualTo(40);
        assertThat(requests.stream().map(Request::id)).doesNotHaveDuplicates();
        assertThat(requests).allSatisfy(request -> assertThat(request.facts()).isNotEmpty());
        assertThat(requests.stream().filter(request -> request.say().matches("(?s).*\\p{IsHan}.*")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /** A recorded model has to be scored as it was when its calls were read by a person. */
    @Test
    void scoresARecordedModel() throws IOException {
        Score score = Score.of(requests, FirstTrySet.attempts("calls-recorded.jsonl"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "first-try.md"), score.table());
        assertThat(missed(score)).as(score.table()).isEqualTo(expected("misses-recorded.jsonl"));
    }

    /** Each known-bad call is failed for the very reason for which it is bad. */
    @Test
    void failsCallsThatAreKnownToBeBad() {
        List<JsonNode> bad = FirstTrySet.lines("known-bad.jsonl");
        assertThat(bad).hasSizeGreaterThanOrEqualTo(20);
        List<String> passed = new ArrayList<>();
        for (JsonNode line : bad) {
            Attempt attempt = Attempt.of(line);
            List<String> misses = requests.stream()
                    .filter(known -> known.id().equals(attempt.id()))
                    .findFirst()
                    .orElseThrow()
                    .misses(attempt);
            String wrong = line.path("wrong").asString("the reason is missing");
            if (misses.stream().noneMatch(miss -> miss.contains(wrong))) {
                passed.add(attempt.id() + " should be failed because it " + wrong + ", and was for " + misses);
            }
        }
        assertThat(passed).isEmpty();
    }

    @Test
    void aRequestThatWasNotTriedIsMissed() {
        assertThat(Score.of(requests, Map.of()).right()).isZero();
    }

    private static Set<String> missed(Score score) {
        Set<String> missed = new HashSet<>();
        score.misses().forEach((id, misses) -> {
            if (!misses.isEmpty()) {
                missed.add(id);
            }
        });
        return missed;
    }

    private static Set<String> expected(String name) {
        Set<String> ids = new HashSet<>();
        FirstTrySet.lines(name).forEach(line -> ids.add(line.path("id").asString()));
        return ids;
    }
}
