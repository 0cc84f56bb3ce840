package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What clients really send, and what becomes of it. */
final class CreateArgumentsTest {
    private static final String CAST = "\"references\":[{\"image\":\"/p/anna.png\"}]";

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void takesWhatIsPlainlyMeant(String json, Function<CreateArguments, ?> reading, Object expected) {
        Arguments in = given(json);
        CreateArguments read = CreateArguments.read(in);
        assertThat(in.violations()).isEmpty();
        assertThat(reading.apply(read)).isEqualTo(expected);
    }

    private static Stream<org.junit.jupiter.params.provider.Arguments> accepted() {
        return Stream.of(
                row("'duration':5", CreateArgumentsTest::seconds, 5L),
                row("'duration':'5'", CreateArgumentsTest::seconds, 5L),
                row("'duration':' 7 '", CreateArgumentsTest::seconds, 7L),
                row("'duration':5.0", CreateArgumentsTest::seconds, 5L),
                row("'duration':'5.0'", CreateArgumentsTest::seconds, 5L),
                row("'duration':null", CreateArgumentsTest::seconds, 5L),
                row("'duration':''", CreateArgumentsTest::seconds, 5L),
                row("'seed':'42'", a -> a.request().seed(), Optional.of(42L)),
                row("'seed':0", a -> a.request().seed(), Optional.of(0L)),
                row("'seed':2147483647", a -> a.request().seed(), Optional.of(2_147_483_647L)),
                row("'seed':null", a -> a.request().seed(), Optional.empty()),
                row(
                        "'resolution':'720P'",
                        a -> a.request().format().resolution().word(),
                        "720p"),
                row(
                        "'resolution':'1080'",
                        a -> a.request().format().resolution().word(),
                        "1080p"),
                row("'resolution':1080", a -> a.request().format().resolution().word(), "1080p"),
                row("'resolution':''", a -> a.request().format().resolution().word(), "720p"),
                row("'aspect_ratio':'9x16'", CreateArgumentsTest::ratio, "9:16"),
                row("'aspect_ratio':'4/3'", CreateArgumentsTest::ratio, "4:3"),
                row("'aspect_ratio':' 1:1 '", CreateArgumentsTest::ratio, "1:1"),
                row("'aspect_ratio':null", CreateArgumentsTest::ratio, "16:9"),
                row("'audio':'true'", a -> a.request().switches().audio(), Optional.of(true)),
                row("'audio':'False'", a -> a.request().switches().audio(), Optional.of(false)),
                row("'audio':false", a -> a.request().switches().audio(), Optional.of(false)),
                row("'audio':null", a -> a.request().switches().audio(), Optional.empty()),
                row("'watermark':'TRUE'", a -> a.request().switches().watermark(), Optional.of(true)),
                row("'prompt_expansion':'true'", a -> a.request().switches().promptExpansion(), Optional.of(true)),
                row(
                        "'shot_type':'MULTI'",
                        a -> a.request().switches().shotType().map(Enum::name),
                        Optional.of("MULTI")),
                row("'shot_type':''", a -> a.request().switches().shotType(), Optional.empty()),
                row("'negative_prompt':''", a -> a.request().negativePrompt(), Optional.empty()),
                row("'negative_prompt':'rain'", a -> a.request().negativePrompt(), Optional.of("rain")),
                row("'start_image':''", a -> a.request().startImage(), Optional.empty()),
                row("'start_image':'/p/s.png'", a -> a.request().startImage(), Optional.of(local("/p/s.png"))),
                row("'provider':'Preview'", a -> a.wish().provider(), "preview"),
                row("'provider':''", a -> a.wish().auto(), true),
                row("'provider':'AUTO'", a -> a.wish().auto(), true),
                row("'max_cost_usd':'0.50'", a -> a.wish().maxCostUsd(), Optional.of(new BigDecimal("0.50"))),
                row("'max_cost_usd':0", a -> a.wish().maxCostUsd(), Optional.of(BigDecimal.ZERO)),
                row("'dry_run':'true'", a -> a.handling().dryRun(), true),
                row("'fix_media':'true'", a -> a.request().switches().fixMedia(), true),
                row("'request_id':'r-1'", a -> a.handling().requestId(), Optional.of("r-1")),
                row("'request_id':' r-1 '", a -> a.handling().requestId(), Optional.of("r-1")),
                row("'request_id':7", a -> a.handling().requestId(), Optional.of("7")),
                row("'request_id':''", a -> a.handling().requestId(), Optional.empty()),
                row("'wait_seconds':'45'", a -> a.handling().patience().toSeconds(), 45L),
                row("'nonsense':null", CreateArgumentsTest::seconds, 5L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casts")
    void takesReferencesInEveryShapeThatClientsSend(String json, List<Reference> expected) {
        Arguments in = given("{\"prompt\":\"x\",\"references\":" + json.replace('\'', '"') + "}");
        CreateArguments read = CreateArguments.read(in);
        assertThat(in.violations()).isEmpty();
        assertThat(read.request().references()).isEqualTo(expected);
        assertThat(read.castIsWhole()).isTrue();
    }

    private static Stream<org.junit.jupiter.params.provider.Arguments> casts() {
        Reference anna = image("/p/anna.png");
        Reference clip =
                new Reference(Optional.empty(), MediaKind.VIDEO, local("/p/bob.mp4"), Optional.empty(), Role.CHARACTER);
        return Stream.of(
                arguments("[{'image':'/p/anna.png'}]", List.of(anna)),
                arguments("{'image':'/p/anna.png'}", List.of(anna)),
                arguments("'/p/anna.png'", List.of(anna)),
                arguments("['/p/anna.png','/p/bob.mp4']", List.of(anna, clip)),
                arguments("['/p/bob.MOV']", List.of(video("/p/bob.MOV"))),
                arguments("'[{\\'image\\':\\'/p/anna.png\\'}]'", List.of(anna)),
                arguments("'{\\'image\\':\\'/p/anna.png\\'}'", List.of(anna)),
                arguments("['{\\'video\\':\\'/p/bob.mp4\\'}']", List.of(clip)),
                arguments("[{'image':'/p/anna.png','video':null,'voice':'','name':'','role':''}]", List.of(anna)),
                arguments("[{'image':' /p/anna.png '}]", List.of(anna)),
                arguments(
                        "[{'name':'@anna','image':'/p/anna.png','voice':'/p/a.mp3','role':'Storyboard'}]",
                        List.of(new Reference(
                                Optional.of("anna"),
                                MediaKind.IMAGE,
                                local("/p/anna.png"),
                                Optional.of(local("/p/a.mp3")),
                                Role.STORYBOARD))));
    }

    @Test
    void readsAnAddressWithAQueryByItsEnding() {
        Arguments in = given("{\"prompt\":\"x\",\"references\":[\"https://example.com/a.webp?x=1.mp4\"]}");
        assertThat(CreateArguments.read(in).request().references())
                .singleElement()
                .satisfies(reference -> assertThat(reference.kind()).isEqualTo(MediaKind.IMAGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void namesFieldValueAndLimitOfWhatIsWrong(String json, String field, String value, String limit) {
        Arguments in = given(json);
        CreateArguments.read(in);
        assertThat(in.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.value()).isEqualTo(value);
            assertThat(violation.limit()).contains(limit);
        });
    }

    private static Stream<org.junit.jupiter.params.provider.Arguments> refused() {
        return Stream.of(
                wrong("'duration':'long'", "duration", "long", "2-15"),
                wrong("'duration':5.5", "duration", "5.5", "2-15"),
                wrong("'duration':true", "duration", "true", "2-15"),
                wrong("'duration':[5]", "duration", "[5]", "2-15"),
                wrong("'duration':99999999999999999999", "duration", "99999999999999999999", "2-15"),
                wrong("'duration':'1e999999999'", "duration", "1e999999999", "2-15"),
                wrong("'seed':'x'", "seed", "x", "0-2147483647"),
                wrong("'resolution':'4k'", "resolution", "4k", "720p, 1080p"),
                wrong("'resolution':{'w':1}", "resolution", "{\"w\":1}", "720p, 1080p"),
                wrong("'aspect_ratio':'21:9'", "aspect_ratio", "21:9", "16:9, 9:16, 1:1, 4:3, 3:4"),
                wrong("'audio':'yes'", "audio", "yes", "true or false"),
                wrong("'audio':1", "audio", "1", "true or false"),
                wrong("'shot_type':'many'", "shot_type", "many", "single, multi"),
                wrong("'negative_prompt':5", "negative_prompt", "5", "text"),
                wrong("'start_image':{'image':'a.png'}", "start_image", "{\"image\":\"a.png\"}", "text"),
                wrong("'start_image':'ftp://x/a.png'", "start_image", "ftp://x/a.png", "https address"),
                wrong("'provider':7", "provider", "7", "text"),
                wrong("'max_cost_usd':-1", "max_cost_usd", "-1", "0-1000000"),
                wrong("'max_cost_usd':'cheap'", "max_cost_usd", "cheap", "0-1000000"),
                wrong("'max_cost_usd':'1e-99999'", "max_cost_usd", "1e-99999", "0-1000000"),
                wrong("'max_cost_usd':'1e99999'", "max_cost_usd", "1e99999", "0-1000000"),
                wrong("'dry_run':'maybe'", "dry_run", "maybe", "true or false"),
                wrong("'fix_media':2", "fix_media", "2", "true or false"),
                wrong("'request_id':'" + "r".repeat(201) + "'", "request_id", "201 characters", "at most 200"),
                wrong("'wait_seconds':46", "wait_seconds", "46", "0-45"),
                wrong("'wait_seconds':-1", "wait_seconds", "-1", "0-45"),
                wrong("'wait_seconds':'soon'", "wait_seconds", "soon", "0-45"),
                wrong("'durations':5", "durations", "5", "did you mean duration?"),
                wrong("'ratio':'1:1'", "ratio", "1:1", "did you mean aspect_ratio?"),
                wrong("'aspectRatio':'1:1'", "aspectRatio", "1:1", "did you mean aspect_ratio?"),
                wrong("'Prompt':'x'", "Prompt", "x", "did you mean prompt?"),
                wrong("'frobnicate':1", "frobnicate", "1", "known: prompt, references"),
                wrong("'api_key':'sk-123'", "api_key", "(not shown)", "nothing of this name"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenCasts")
    void saysWhatIsWrongWithAReference(String json, String field, String value, String limit) {
        Arguments in = given("{\"prompt\":\"x\",\"references\":" + json.replace('\'', '"') + "}");
        CreateArguments read = CreateArguments.read(in);
        assertThat(in.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.value()).isEqualTo(value);
            assertThat(violation.limit()).contains(limit);
        });
        assertThat(read.cast()).isEqualTo(1);
    }

    private static Stream<org.junit.jupiter.params.provider.Arguments> brokenCasts() {
        String one = "exactly one of image or video";
        return Stream.of(
                arguments("[{'image':'a.png','video':'b.mp4'}]", "references[0]", "both image and video", one),
                arguments("[{'name':'anna'}]", "references[0]", "neither image nor video", one),
                arguments("[null]", "references[0]", "neither image nor video", one),
                arguments("[{}]", "references[0]", "neither image nor video", one),
                arguments("[{'image':'','video':null}]", "references[0]", "neither image nor video", one),
                arguments("['anna']", "references[0]", "anna", "a picture or a clip"),
                arguments("['a.mp3']", "references[0]", "a.mp3", "a picture or a clip"),
                arguments("[7]", "references[0]", "7", "an object such as"),
                arguments("7", "references[0]", "7", "an object such as"),
                arguments("'[{'", "references[0]", "[{", "an object such as"),
                arguments("[['a.png']]", "references[0]", "[\"a.png\"]", "an object such as"),
                arguments("[{'image':7}]", "references[0].image", "7", "text"),
                arguments(
                        "[{'image':'data:image/png;base64,AA'}]",
                        "references[0].image",
                        "data:image/png;base64,AA",
                        "https"),
                arguments("[{'image':'a.png','role':'hero'}]", "references[0].role", "hero", "character, object"),
                arguments("[{'image':'a.png','voice':[1]}]", "references[0].voice", "[1]", "text"),
                arguments("[{'image':'a.png','name':5}]", "references[0].name", "5", "text"),
                arguments(
                        "[{'image':'a.png','voices':'v.mp3'}]",
                        "references[0].voices",
                        "v.mp3",
                        "did you mean voice?"));
    }

    @Test
    void saysThatPromptAndReferencesAreMissing() {
        Arguments in = Arguments.of(null);
        CreateArguments.read(in);
        assertThat(in.violations()).extracting(Violation::field).containsExactly("prompt");
        assertThat(in.violations().get(0).value()).isEqualTo("missing");
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        Arguments in = given("{\"prompt\":5,\"references\":[{\"image\":1},{\"img\":\"a.png\"}],\"duration\":\"x\","
                + "\"resolution\":\"8k\",\"audio\":\"loud\",\"colour\":\"red\"}");
        CreateArguments.read(in);
        assertThat(in.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "prompt",
                        "references[0].image",
                        "references[1]",
                        "references[1].img",
                        "duration",
                        "resolution",
                        "audio",
                        "colour");
    }

    @Test
    void countsButDoesNotReadReferencesBeyondTheLimit() {
        String many = Stream.generate(() -> "\"/p/a.png\"").limit(1000).collect(Collectors.joining(","));
        CreateArguments read = CreateArguments.read(given("{\"prompt\":\"x\",\"references\":[" + many + "]}"));
        assertThat(read.cast()).isEqualTo(1000);
        assertThat(read.request().references()).hasSize(5);
    }

    private static long seconds(CreateArguments read) {
        return read.request().format().seconds();
    }

    private static String ratio(CreateArguments read) {
        return read.request().format().aspectRatio().word();
    }

    private static org.junit.jupiter.params.provider.Arguments row(
            String argument, Function<CreateArguments, ?> reading, Object expected) {
        return arguments(call(argument), reading, expected);
    }

    private static org.junit.jupiter.params.provider.Arguments wrong(
            String argument, String field, String value, String limit) {
        return arguments(call(argument), field, value, limit);
    }

    private static String call(String argument) {
        return "{\"prompt\":\"Image 1 dances\"," + CAST + "," + argument.replace('\'', '"') + "}";
    }

    private static Arguments given(String json) {
        return Arguments.of(new JsonMapper().readValue(json, new TypeReference<Map<String, Object>>() {}));
    }

    private static Reference image(String path) {
        return new Reference(Optional.empty(), MediaKind.IMAGE, local(path), Optional.empty(), Role.CHARACTER);
    }

    private static Reference video(String path) {
        return new Reference(Optional.empty(), MediaKind.VIDEO, local(path), Optional.empty(), Role.CHARACTER);
    }

    private static MediaSource local(String text) {
        return new MediaSource.Local(text);
    }
}
