package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.MediaKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every provider that takes files to the recordings of its uploads. */
final class UploadContractTest {
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Recording> uploads() {
        return Recording.all().stream().filter(r -> r.kind().equals("upload"));
    }

    static Stream<Provider> takers() {
        return RemoteProviders.all().stream().filter(p -> p.uploads().isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uploads")
    void makesExactlyTheCallsThatItsPagesShowAndUnderstandsTheirAnswers(Recording recording) {
        Provider provider = RemoteProviders.of(recording);
        Uploads uploads = provider.uploads().orElseThrow();
        UploadFile file = file(recording);
        List<ApiReply> answers = new ArrayList<>();

        UploadStep step = uploads.first(file);
        for (JsonNode call : recording.json().path("calls").values()) {
            assertThat(step)
                    .isInstanceOfSatisfying(
                            UploadStep.Call.class, next -> assertSent(provider, next.call(), call.path("sent")));
            answers.add(Recording.reply(call.path("answer")));
            step = uploads.next(file, List.copyOf(answers));
        }

        Understood understood = Understood.of(step);
        Map<String, String> facts = new TreeMap<>();
        recording.means().properties().stream()
                .filter(entry -> !entry.getKey().equals("message_contains"))
                .forEach(entry -> facts.put(entry.getKey(), entry.getValue().asString()));
        assertThat(understood.facts()).isEqualTo(facts);
        assertThat(recording.means().path("message_contains").values())
                .allSatisfy(fragment -> assertThat(understood.words()).contains(fragment.asString()));
        assertThat(understood.words()).doesNotContain("ignature", "Exception", "dev.wanvideo", Recording.KEY);
    }

    private static void assertSent(Provider provider, OutgoingUpload call, JsonNode sent) {
        Map<String, String> headers = new HashMap<>(call.headers());
        if (call.withKey()) {
            headers.putAll(RemoteProviders.wire(provider).authorization(Recording.KEY));
        }
        if (call.body() instanceof UploadBody.Json) {
            headers.put("Content-Type", "application/json");
        }
        assertThat(call.method()).isEqualTo(sent.path("method").asString());
        assertThat(call.url()).isEqualTo(sent.path("url").asString());
        assertThat(headers).isEqualTo(Recording.texts(sent.path("headers")));
        assertThat(written(call.body())).isEqualTo(written(sent));
        assertThat(call.toString()).doesNotContain("ignature=", "g5K3qsl0dkCRSjLsMUJpUg");
    }

    private static String written(UploadBody body) {
        if (body instanceof UploadBody.Json json) {
            return JSON.writeValueAsString(json.values());
        }
        if (body instanceof UploadBody.Form form) {
            return JSON.writeValueAsString(form.fields()) + " then " + form.fileField();
        }
        return body instanceof UploadBody.File ? "the file" : "nothing";
    }

    private static String written(JsonNode sent) {
        if (sent.has("body")) {
            return sent.path("body").toString();
        }
        if (sent.has("form")) {
            return sent.path("form").path("fields") + " then "
                    + sent.path("form").path("file").asString();
        }
        return sent.path("file").asBoolean(false) ? "the file" : "nothing";
    }

    private static UploadFile file(Recording recording) {
        JsonNode file = recording.json().path("file");
        return UploadFile.of(
                file.path("type").asString(),
                file.path("bytes").asLong(),
                file.path("sha256").asString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takers")
    void hasTheRecordingsThatMatterMost(Provider provider) {
        List<Recording> all = Recording.of(provider.descriptor().id()).stream()
                .filter(r -> r.kind().equals("upload"))
                .toList();

        assertThat(all).extracting(Recording::name).contains("upload-png", "upload-401", "upload-unreadable");
        assertThat(all)
                .extracting(r -> r.means().path("category").asString("")
                        + r.means().path("type").asString())
                .contains("Done", "unauthorizedRefused", "unavailableRefused");
        assertThat(provider.uploads().orElseThrow().objection(MediaKind.IMAGE, "image/png", 2048))
                .isEmpty();
        assertThat(provider.uploads().orElseThrow().scope()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takers")
    void saysOfEveryKindWhetherItTakesIt(Provider provider) {
        Uploads uploads = provider.uploads().orElseThrow();
        boolean all = provider.descriptor().features().contains("local_files");

        for (String type : List.of("video/mp4", "video/quicktime")) {
            assertThat(uploads.objection(MediaKind.VIDEO, type, 1).isEmpty()).isEqualTo(all);
        }
        assertThat(uploads.objection(MediaKind.VOICE, "audio/wav", 1).isEmpty()).isEqualTo(all);
        assertThat(uploads.objection(MediaKind.IMAGE, "image/bmp", 1).isEmpty()).isEqualTo(all);
        assertThat(uploads.objection(MediaKind.IMAGE, "image/webp", 1)).isEmpty();
    }
}
