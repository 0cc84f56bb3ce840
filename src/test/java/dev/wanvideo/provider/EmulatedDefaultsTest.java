package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.SampleRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds emulated providers to the defaults of their pages, which this server itself never leaves to them. */
final class EmulatedDefaultsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    freepik | {"prompt":"a b","image_urls":[{"url":"https://a.example/b"}]} | 1920x1080 | 5
                    evolink | {"model":"wan2.7-reference-video","prompt":"a b","image_urls":["https://a.example/b"]} | 1280x720 | 5
                    aimlapi | {"model":"alibaba/wan-2-7-r2v","prompt":"a b","image_urls":["https://a.example/b"]} | 1920x1080 | 10
                    """)
    void makesWhatThePageSaysOfAFieldLeftOut(String id, String body, String size, int seconds) {
        BenchJobs jobs = post(id, body);

        assertThat(jobs.latest()).singleElement().satisfies(job -> {
            assertThat(job.order().size()).hasToString(size);
            assertThat(job.order().seconds()).isEqualTo(seconds);
            assertThat(job.order().seed()).isEmpty();
            assertThat(job.order().media()).containsExactly("https://a.example/b");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    freepik | {"prompt":"a b"}
                    freepik | {"prompt":"a b","start_image_url":"https://a.example/b"}
                    evolink | {"model":"wan2.7-reference-video","prompt":"a b","image_start":"https://a.example/b"}
                    evolink | {"model":"wan2.7-reference-video","prompt":"a b","duration":11,"video_urls":["https://a.example/b"]}
                    evolink | {"model":"wan2.7-reference-video","prompt":"a b","video_urls":["https://a.example/b"],"model_params":{"voice_bindings":{"image1":"https://a.example/b"}}}
                    evolink | {"model":"wan2.7-reference-video","prompt":"a b","seed":0,"video_urls":["https://a.example/b"]}
                    aimlapi | {"model":"alibaba/wan-2-7-r2v","prompt":"a b"}
                    aimlapi | {"model":"alibaba/wan-2-7-r2v","prompt":"a b","duration":15,"video_urls":["https://a.example/b"]}
                    """)
    void refusesWhatItsFieldsMayNotSayTogether(String id, String body) {
        assertThat(post(id, body).latest()).isEmpty();
    }

    private static BenchJobs post(String id, String body) {
        BenchJobs jobs = new BenchJobs();
        Provider provider = Catalogue.load().find(id).orElseThrow();
        String path = provider.request(SampleRequest.sound().request()).url();
        provider.emulated()
                .orElseThrow()
                .answer(
                        new EmulatedCall(
                                "POST",
                                path.replaceFirst("https://[^/]+", ""),
                                Map.of(),
                                Map.of(),
                                body,
                                "http://127.0.0.1"),
                        jobs);
        return jobs;
    }
}
