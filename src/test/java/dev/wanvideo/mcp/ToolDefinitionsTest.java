package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.wanvideo.video.Wan27;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds {@code tools.json} to its source, and every definition to what clients can take. */
final class ToolDefinitionsTest {
    /** {@code mvn test -Dtest=ToolDefinitionsTest -Dwanvideo.rewrite=true} writes the file anew. */
    private static final boolean REWRITE = Boolean.getBoolean("wanvideo.rewrite");

    private static final Path GOLDEN = Path.of("tools.json");
    private static final JsonNode TOOLS = new JsonMapper().readTree(ToolDefinitions.json());
    private static final List<String> WIDELY_UNSUPPORTED = List.of(
            "$ref",
            "$defs",
            "$schema",
            "format",
            "anyOf",
            "oneOf",
            "allOf",
            "not",
            "if",
            "const",
            "nullable",
            "patternProperties");

    @Test
    void theFileAtTheTopHoldsExactlyTheseBytes() throws Exception {
        byte[] generated = ToolDefinitions.json().getBytes(StandardCharsets.UTF_8);
        if (REWRITE) {
            Files.write(GOLDEN, generated);
        }
        assertThat(Files.readString(GOLDEN)).isEqualTo(ToolDefinitions.json());
    }

    @Test
    void theJarServesTheFileAtTheTop() throws Exception {
        assertThat(FirstAnswers.tools()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void isOneLineOfCompactAscii() {
        assertThat(ToolDefinitions.json()).startsWith("[{").endsWith("}]").matches("[\\x20-\\x7e]+");
    }

    @Test
    void staysWithinTwoThousandTokens() {
        assertThat(ToolDefinitions.json().length() / 4.0).isLessThanOrEqualTo(2000);
    }

    @Test
    void namesTheFiveToolsInOrder() {
        assertThat(TOOLS.valueStream().map(tool -> tool.get("name").asString()))
                .containsExactly("create_reference_video", "get_task", "list_providers", "list_tasks", "cancel_task");
    }

    @Test
    void keepsServerAndToolNameWithinSixtyCharacters() {
        assertThat(TOOLS)
                .allSatisfy(tool -> assertThat(
                                "mcp__wan-video-mcp__" + tool.get("name").asString())
                        .hasSizeLessThanOrEqualTo(60));
    }

    @Test
    void rootsArePlainObjects() {
        for (JsonNode tool : TOOLS) {
            for (String schema : List.of("inputSchema", "outputSchema")) {
                assertThat(tool.get(schema).get("type").asString()).isEqualTo("object");
                assertThat(tool.get(schema).get("properties").isObject()).isTrue();
            }
        }
    }

    @Test
    void everyNodeHasOnePlainTypeAndEveryArrayItsItems() {
        assertThat(nodes()).allSatisfy(node -> {
            assertThat(node.path("type").isString()).as("type of %s", node).isTrue();
            assertThat(node.get("type").asString().equals("array")).isEqualTo(node.has("items"));
        });
    }

    @Test
    void usesNoKeywordThatSomeClientCannotRead() {
        assertThat(nodes())
                .allSatisfy(node -> assertThat(node.propertyNames()).doesNotContainAnyElementsOf(WIDELY_UNSUPPORTED));
    }

    @Test
    void leavesUnknownKeysToUs() {
        assertThat(nodes())
                .allSatisfy(node -> assertThat(node.has("additionalProperties"))
                        .as("a client that refused unknown keys itself would hide which key was meant")
                        .isFalse());
    }

    @Test
    void requiresNothingOfAnyResult() {
        assertThat(TOOLS)
                .as("clients hold errors to the output schema too")
                .allSatisfy(tool -> assertThat(tool.get("outputSchema").findValues("required"))
                        .isEmpty());
    }

    @Test
    void everyResultHasRoomForAnErrorAndANextStep() {
        assertThat(TOOLS)
                .allSatisfy(tool -> assertThat(
                                tool.get("outputSchema").get("properties").propertyNames())
                        .contains("error", "next_step"));
    }

    @Test
    void repeatsEachNumericLimitInTheDescription() {
        for (JsonNode node : inputNodes()) {
            if (node.has("maximum") || node.has("maxLength") || node.has("maxItems")) {
                String limit = node.path("maximum")
                        .asString(node.path("maxLength")
                                .asString(node.path("maxItems").asString("")));
                assertThat(node.path("description").asString("")).as("%s", node).contains(limit);
            }
        }
    }

    @Test
    void everyToolHasATitleAndEveryHint() {
        assertThat(TOOLS)
                .allSatisfy(tool -> assertThat(tool.get("annotations").propertyNames())
                        .containsExactly(
                                "title", "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"));
    }

    @Test
    void onlyThePaidToolAndTheStoppingOneAreMarkedAsChangingThings() {
        for (JsonNode tool : TOOLS) {
            boolean changes = List.of("create_reference_video", "cancel_task")
                    .contains(tool.get("name").asString());
            JsonNode hints = tool.get("annotations");
            assertThat(hints.get("readOnlyHint").asBoolean()).isEqualTo(!changes);
            assertThat(hints.get("destructiveHint").asBoolean()).isEqualTo(changes);
        }
    }

    @Test
    void saysWhatAModelMustKnowBeforeItSpendsMoney() {
        assertThat(TOOLS.get(0).get("description").asString())
                .contains(
                        "PAID",
                        "preview",
                        "dry_run",
                        "task_id",
                        "Never call this again to check progress: use get_task");
    }

    @Test
    void takesItsFiguresFromTheModelsLimits() {
        JsonNode arguments = TOOLS.get(0).get("inputSchema").get("properties");
        assertThat(arguments.get("prompt").get("maxLength").asInt()).isEqualTo(Wan27.PROMPT.max());
        assertThat(arguments.get("negative_prompt").get("maxLength").asInt()).isEqualTo(Wan27.NEGATIVE_PROMPT.max());
        assertThat(arguments.get("references").get("maxItems").asInt()).isEqualTo(Wan27.REFERENCES.max());
        assertThat(arguments.get("duration").get("minimum").asLong()).isEqualTo(Wan27.DURATION.min());
        assertThat(arguments.get("duration").get("maximum").asLong()).isEqualTo(Wan27.DURATION.max());
        assertThat(arguments.get("seed").get("maximum").asLong()).isEqualTo(Wan27.SEED.max());
        assertThat(arguments.get("aspect_ratio").get("enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(Wan27.ASPECT_RATIO.words());
    }

    @Test
    void everySchemaConformsToJsonSchema() {
        DefaultJsonSchemaValidator validator = new DefaultJsonSchemaValidator();
        for (ToolDefinition tool : ToolDefinitions.all()) {
            assertThatCode(() -> validator.assertConforms("input", tool.input().map()))
                    .doesNotThrowAnyException();
            assertThatCode(() ->
                            validator.assertConforms("output", tool.output().map()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void twoGenerationsAreEqual() {
        assertThat(ToolDefinitions.json()).isEqualTo(ToolDefinitions.json());
        assertThat(ToolDefinitions.all().get(0).json()).isInstanceOf(Map.class);
    }

    private static List<JsonNode> nodes() {
        List<JsonNode> nodes = inputNodes();
        TOOLS.forEach(tool -> collect(tool.get("outputSchema"), nodes));
        return nodes;
    }

    private static List<JsonNode> inputNodes() {
        List<JsonNode> nodes = new ArrayList<>();
        TOOLS.forEach(tool -> collect(tool.get("inputSchema"), nodes));
        return nodes;
    }

    private static void collect(JsonNode schema, List<JsonNode> nodes) {
        nodes.add(schema);
        schema.path("properties").forEach(property -> collect(property, nodes));
        if (schema.has("items")) {
            collect(schema.get("items"), nodes);
        }
    }
}
