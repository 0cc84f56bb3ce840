package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.MediaKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Holds both sides of every upload against each other. */
final class UploadEmulationTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] CONTENT = noise();
    private static final Map<MediaKind, String> TYPES =
            Map.of(MediaKind.IMAGE, "image/png", MediaKind.VIDEO, "video/mp4", MediaKind.VOICE, "audio/mpeg");

    static Stream<Provider> takers() {
        return UploadContractTest.takers();
    }

    private static byte[] noise() {
        byte[] bytes = new byte[70_001];
        new Random(11).nextBytes(bytes);
        return bytes;
    }

    private static UploadFile file(String type, byte[] content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        return UploadFile.of(type, content.length, HexFormat.of().formatHex(digest));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takers")
    void keepsEveryByteOfWhatItSaysThatItTakes(Provider provider) throws Exception {
        for (Map.Entry<MediaKind, String> type : TYPES.entrySet()) {
            boolean takes = provider.uploads()
                    .orElseThrow()
                    .objection(type.getKey(), type.getValue(), CONTENT.length)
                    .isEmpty();
            UploadBench bench = new UploadBench(provider);

            UploadStep step = bench.upload(file(type.getValue(), CONTENT), CONTENT);

            if (takes) {
                assertThat(step).isInstanceOfSatisfying(UploadStep.Done.class, done -> {
                    assertThat(bench.jobs.files).containsOnlyKeys(done.address().toString());
                    assertThat(bench.jobs.files.values()).containsExactly(CONTENT);
                });
            } else {
                assertThat(step).as(type.getValue()).isInstanceOf(UploadStep.Refused.class);
                assertThat(bench.jobs.files).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takers")
    void refusesEveryFaultInAnyOfItsCalls(Provider provider) throws Exception {
        UploadFile file = file("image/png", CONTENT);
        UploadBench sound = new UploadBench(provider);
        sound.upload(file, CONTENT);

        for (int i = 0; i < sound.calls.size(); i++) {
            for (Map.Entry<String, UnaryOperator<EmulatedCall>> fault :
                    faults(sound.calls.get(i)).entrySet()) {
                UploadBench bench = new UploadBench(provider);
                UploadStep step = bench.upload(file, CONTENT, i, fault.getValue());
                String words = "call " + i + " with " + fault.getKey();
                assertThat(step).as(words).isInstanceOf(UploadStep.Refused.class);
                assertThat(bench.jobs.files).as(words).isEmpty();
            }
        }
    }

    private static Map<String, UnaryOperator<EmulatedCall>> faults(EmulatedCall call) {
        Map<String, UnaryOperator<EmulatedCall>> faults = new LinkedHashMap<>();
        call.query().keySet().forEach(name -> faults.put("another " + name, c -> UploadBench.query(c, name, "x")));
        String type = call.headers().getOrDefault("content-type", "");
        if (type.startsWith("multipart/")) {
            faults.put("another length", c -> UploadBench.header(c, "content-length", "1"));
            faults.put("a broken form", c -> UploadBench.with(c, new byte[9]));
            // What a signature promised is known once the call is there.
            SentForm.read(call)
                    .spoiled()
                    .keySet()
                    .forEach(name -> faults.put(
                            name,
                            c -> SentForm.read(c)
                                    .spoiled()
                                    .getOrDefault(name, SentForm.read(c))
                                    .in(c)));
        } else if (type.equals("application/json")) {
            BrokenBodies.of(JSON.readTree(call.body()))
                    .forEach(broken -> faults.put(
                            broken.fault(),
                            c -> UploadBench.with(c, broken.body().getBytes(StandardCharsets.UTF_8))));
        } else if (!type.isEmpty()) {
            call.headers()
                    .keySet()
                    .forEach(name -> faults.put("another " + name, c -> UploadBench.header(c, name, "1")));
            faults.put("nothing", c -> UploadBench.with(c, new byte[0]));
        }
        assertThat(faults).isNotEmpty();
        return faults;
    }
}
