package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.access.Principal;
import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.media.MediaRoots;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.Scratch;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.task.Tenancy;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools with tasks in memory and pictures in a folder; every answer is held to what all answers must be. */
final class Bench {
    static final JsonMapper JSON = new JsonMapper();

    private static final Spending FREELY =
            new Spending(principal -> Optional.empty(), Optional.empty(), new FakeAgreements());
    private static final DefaultJsonSchemaValidator VALIDATOR = new DefaultJsonSchemaValidator();

    final Studio studio;
    private final Path folder;
    private final McpFace face;

    private Bench(Path folder, Tenancy tasks, Catalogue catalogue, ProviderSettings settings, Spending spending) {
        this.folder = folder;
        ReferenceFiles here = references(folder, new MediaRoots(List.of(folder), folder));
        ReferenceFiles elsewhere = references(folder, MediaRoots.forOthers(List.of(), folder, List.of()));
        this.studio = new Studio(
                tasks,
                new Planner(catalogue, settings),
                catalogue,
                settings,
                principal -> principal.isLocal() ? here : elsewhere,
                spending,
                new Random(7));
        this.face = new McpFace(studio, Clock.fixed(FakeTasks.CREATED, ZoneOffset.UTC));
    }

    private static ReferenceFiles references(Path folder, MediaRoots roots) {
        return new ReferenceFiles(
                roots, new Fetcher(new AddressGuard(Set.of())), new Scratch(folder.resolve("scratch")));
    }

    static Bench in(Path folder, Tasks tasks) {
        return in(folder, principal -> tasks);
    }

    static Bench in(Path folder, Tenancy tasks) {
        return new Bench(folder, tasks, keyless(), ProviderSettings.NONE, FREELY);
    }

    /** The providers that need no key. */
    private static Catalogue keyless() {
        return new Catalogue(Catalogue.load().all().stream()
                .filter(provider -> provider.descriptor().keyVariable().isEmpty())
                .toList());
    }

    static Bench in(Path folder, Tasks tasks, Catalogue catalogue, ProviderSettings settings) {
        return new Bench(folder, principal -> tasks, catalogue, settings, FREELY);
    }

    /** With so many US dollars left of today's budget. */
    static Bench with(BigDecimal left, Path folder, Tasks tasks, Catalogue catalogue, ProviderSettings settings) {
        return new Bench(
                folder,
                principal -> tasks,
                catalogue,
                settings,
                new Spending(principal -> Optional.of(left), Optional.empty(), new FakeAgreements()));
    }

    /** Where the user is asked about films that may cost more. */
    static Bench asking(Spending spending, Path folder, Tasks tasks, Catalogue catalogue, ProviderSettings settings) {
        return new Bench(folder, principal -> tasks, catalogue, settings, spending);
    }

    /** A picture that is fit to be a reference; JSON-safe path. */
    String picture(String name) {
        Path file = folder.resolve(name);
        try {
            ImageIO.write(new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString().replace("\\", "\\\\");
    }

    /** A call of {@code create_reference_video} with one good picture and these further arguments. */
    String film(String more) {
        return "{\"prompt\":\"@anna dances\",\"references\":[{\"name\":\"anna\",\"image\":\"" + picture("anna.png")
                + "\"}]" + (more.isEmpty() ? "" : "," + more.replace('\'', '"')) + "}";
    }

    Answer call(ToolName name, String arguments) {
        return call(name, arguments, ProgressFeed.UNWANTED);
    }

    Answer call(ToolName name, String arguments, ProgressFeed feed) {
        return (Answer) call(name, arguments, new Caller(Principal.LOCAL, Client.UNKNOWN, feed, Round.FIRST));
    }

    Reply call(ToolName name, String arguments, Caller caller) {
        Map<String, Object> given = JSON.readValue(arguments, new TypeReference<>() {});
        Reply reply = new ToolCall(tool(name)).reply(dev.wanvideo.mcp.Arguments.of(given), caller);
        if (reply instanceof Answer answer) {
            check(name, answer);
        }
        return reply;
    }

    /** What every answer of every tool keeps to. */
    private static void check(ToolName name, Answer answer) {
        JsonNode facts = facts(answer);
        var verdict = VALIDATOR.validate(ToolDefinitions.of(name).output().map(), answer.facts());
        assertThat(verdict.valid())
                .as("%s in %s", verdict.errorMessage(), facts)
                .isTrue();
        assertThat(facts.findValues("next_step")).as("facts %s", facts).hasSize(1);
        assertThat(answer.text()).endsWith("Next: " + facts.get("next_step").asString());
        assertThat(facts.has("error") || !answer.error()).isTrue();
        assertThat(facts.toString() + answer.text())
                .doesNotContain(":null", "Optional[", "Exception", "dev.wanvideo", "java.", "\tat ");
        if (answer.error()) {
            assertThat(answer.text())
                    .contains(facts.get("error").get("category").asString());
            assertThat(answer.text()).contains(facts.get("error").get("message").asString());
        }
    }

    static JsonNode facts(Answer answer) {
        return JSON.readTree(JSON.writeValueAsString(answer.facts()));
    }

    private Tool tool(ToolName name) {
        return face.tools().stream()
                .filter(tool -> tool.name() == name)
                .findFirst()
                .orElseThrow();
    }
}
