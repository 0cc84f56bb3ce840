package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A table of calls that go wrong, all made to one server: each is told what is wrong, and leaves nothing behind. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class BadInputTest {
    @TempDir
    Path folder;

    @Test
    void refusesEveryRowInWordsThatHelpAndKeepsNothing() throws IOException {
        PictureFolder pictures = PictureFolder.under(folder);
        Premises premises = Premises.in(folder.resolve("server"))
                .with("WAN_VIDEO_MEDIA_ROOTS", Product.examples() + ":" + pictures.allowed());
        List<BadInput> rows = BadInput.all(places(pictures));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
        SoftAssertions softly = new SoftAssertions();
        try (RawPipe server = RawPipe.open(premises)) {
            rows.forEach(row -> check(softly, row, server, premises));
        }
        softly.assertThat(new HomeDatabase(premises.home()).tasks()).as("rows").isZero();
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, BadInput row, RawPipe server, Premises premises) {
        Reply reply = server.call(row.tool(), row.arguments());
        String what = row.name() + ": " + reply.text();
        if (row.accepted()) {
            softly.assertThat(reply.isError()).as(what).isFalse();
        } else {
            checkRefusal(softly, row, reply, what);
        }
        server.ping();
        softly.assertThat(leftBehind(premises)).as(what).isEmpty();
    }

    private static void checkRefusal(SoftAssertions softly, BadInput row, Reply reply, String what) {
        JsonNode facts = reply.facts();
        softly.assertThat(reply.isError()).as(what).isTrue();
        softly.assertThat(reply.text()).as(row.name()).contains("Nothing was submitted or charged.");
        softly.assertThat(facts.path("cost").path("charged").asString(""))
                .as(what)
                .isEqualTo("no");
        if (!row.category().equals("*")) {
            softly.assertThat(facts.path("error").path("category").asString(""))
                    .as(what)
                    .isEqualTo(row.category());
        }
        softly.assertThat(facts.path("error").path("message").asString(""))
                .as(what)
                .isNotBlank();
        softly.assertThat(facts.path("next_step").asString("")).as(what).isNotBlank();
        row.field()
                .ifPresent(field -> softly.assertThat(violations(facts))
                        .as(what)
                        .anyMatch(violation ->
                                violation.path("field").asString("").equals(field)
                                        && !violation.path("value").asString("").isBlank()
                                        && violation.path("limit").asString("").contains(row.limit())
                                        && reply.text()
                                                .contains(
                                                        violation.path("limit").asString("-"))));
    }

    private static List<JsonNode> violations(JsonNode facts) {
        return facts.path("error").path("violations").valueStream().toList();
    }

    private static List<Path> leftBehind(Premises premises) {
        if (!Files.exists(premises.films())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(premises.films())) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError("the output folder cannot be read", e);
        }
    }

    /** What the table says with a name: paths of this machine, and texts too long to write down. */
    private static Map<String, String> places(PictureFolder pictures) {
        Map<String, String> places = new HashMap<>();
        places.put("anna", TwoCharacters.picture("anna"));
        places.put("robot", TwoCharacters.picture("robot"));
        places.put("in", pictures.allowed().toString());
        places.put("out", pictures.outside().toString());
        for (int length : List.of(200, 201, 500, 501, 5000, 5001, 9000)) {
            places.put("x" + length, "x".repeat(length));
        }
        places.put("clef5000", "\uD834\uDD1E".repeat(5000));
        return places;
    }
}
