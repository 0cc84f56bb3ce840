package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.Format;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.ShotType;
import dev.wanvideo.video.Switches;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class RequestJsonTest {
    private final RequestJson json = new RequestJson(new JsonMapper());

    @Test
    void keepsARequestThatSaysEverything() {
        ReferenceVideoRequest full = new ReferenceVideoRequest(
                "Anna \"and\" 图1 \uD83D\uDE00\nwalk",
                Optional.of("rain"),
                List.of(
                        new Reference(
                                Optional.of("anna"),
                                MediaKind.IMAGE,
                                new MediaSource.Remote(URI.create("HTTPS://example.com/a%20b.png?x=1#y")),
                                Optional.of(new MediaSource.Local("~/voices/anna.mp3")),
                                Role.CHARACTER),
                        new Reference(
                                Optional.empty(),
                                MediaKind.VIDEO,
                                new MediaSource.Local("C:\\clips\\walk.mp4"),
                                Optional.empty(),
                                Role.STORYBOARD)),
                Optional.of(new MediaSource.Local("file:///first.png")),
                new Format(AspectRatio.CLASSIC_TALL, Resolution.P1080, 15),
                Optional.of(2_147_483_647L),
                new Switches(
                        Optional.of(false), Optional.of(true), Optional.of(ShotType.MULTI), Optional.of(true), true));
        assertThat(json.read(json.write(full))).isEqualTo(full);
    }

    @Test
    void keepsWhatWasNotSaidUnsaid() {
        ReferenceVideoRequest bare = new ReferenceVideoRequest(
                "walk",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Format.DEFAULT,
                Optional.empty(),
                Switches.UNSAID);
        assertThat(json.read(json.write(bare))).isEqualTo(bare);
        assertThat(json.write(bare))
                .isEqualTo("{\"prompt\":\"walk\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\",\"duration\":5}");
    }

    @Test
    void ignoresKeysThatANewerVersionAdded() {
        ReferenceVideoRequest request = Samples.request("walk");
        String newer = json.write(request).replaceFirst("\\{", "{\"weather\":{\"rain\":[1]},");
        assertThat(json.read(newer)).isEqualTo(request);
    }

    @Test
    void readsWhatTheFirstVersionWrote() {
        String stored = "{\"prompt\":\"A walk\",\"negative_prompt\":\"fog\",\"references\":[{\"name\":\"anna\","
                + "\"image\":\"https://example.com/a.png\",\"voice\":\"v.mp3\",\"role\":\"object\"}],"
                + "\"start_image\":\"s.png\",\"aspect_ratio\":\"9:16\",\"resolution\":\"1080p\",\"duration\":7,"
                + "\"seed\":3,\"prompt_expansion\":true,\"audio\":false,\"shot_type\":\"single\",\"watermark\":false}";
        assertThat(json.write(json.read(stored))).isEqualTo(stored);
        assertThat(json.read(stored).switches().fixMedia()).isFalse();
    }

    @Test
    void keepsTheWishToMendMedia() {
        String stored = "{\"prompt\":\"walk\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\",\"duration\":5,"
                + "\"fix_media\":true}";
        assertThat(json.read(stored).switches().fixMedia()).isTrue();
        assertThat(json.write(json.read(stored))).isEqualTo(stored);
        assertThat(json.read(stored.replace("true", "\"a newer word\""))
                        .switches()
                        .fixMedia())
                .isFalse();
    }
}
