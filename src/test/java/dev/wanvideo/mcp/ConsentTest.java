package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.Agreements;
import dev.wanvideo.task.StoreUnavailable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Asking the user about a dear film, in the era that asks by an answer. */
final class ConsentTest {
    private static final String ASKS = "{'elicitation':{}}";
    private static final String YES = ",'inputResponses':{'price':{'action':'accept','content':{}}}";

    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();
    private final DearProvider dear = new DearProvider();
    private Agreements agreements = new FakeAgreements();

    @Test
    void asksWithThePriceBeforeAnythingIsOrdered() throws Exception {
        JsonNode asked = create(desk("0.49"), "");
        assertThat(asked.path("resultType").asString()).isEqualTo("input_required");
        assertThat(asked.at("/inputRequests/price/params/message").asString())
                .contains("5 s", "720p", "Dear Films", "0.50 USD", "@anna dances");
        assertThat(asked.at("/inputRequests/price/params/requestedSchema").toString())
                .contains("\"type\":\"object\"", "\"properties\":{}");
        assertThat(tasks.wanted).isEmpty();
    }

    @Test
    void aYesOrdersTheFilmAndBindsItToThePrice() throws Exception {
        Desk desk = desk("0.49");
        JsonNode answer = create(desk, state(create(desk, "")) + YES);
        assertThat(answer.at("/structuredContent/task_id").asString()).isEqualTo("task-1");
        assertThat(tasks.wanted.get(0).wish().maxCostUsd()).contains(new BigDecimal("0.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancel"})
    void anythingButAYesOrdersNothing(String action) throws Exception {
        Desk desk = desk("0.49");
        String no = ",'inputResponses':{'price':{'action':'" + action + "'}}";
        JsonNode answer = create(desk, state(create(desk, "")) + no);
        assertThat(answer.path("isError").asBoolean()).isTrue();
        assertThat(answer.at("/structuredContent/error/category").asString()).isEqualTo("over_budget");
        assertThat(answer.at("/structuredContent/cost/charged").asString()).isEqualTo("no");
        assertThat(answer.at("/content/0/text").asString())
                .contains("The user was asked", "0.50 USD", "Nothing was submitted or charged.");
        assertThat(tasks.wanted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'inputResponses':{}", ",'inputResponses':{'price':7}", ",'inputResponses':{'x':{}}"})
    void aReplyWithoutAnAnswerIsAskedAgain(String reply) throws Exception {
        Desk desk = desk("0.49");
        JsonNode again = create(desk, state(create(desk, "")) + reply);
        assertThat(again.path("resultType").asString()).isEqualTo("input_required");
        assertThat(again.at("/inputRequests/price/params/message").asString()).doesNotContain("another one by now");
    }

    @Test
    void aYesToALowerPriceIsNoneToAHigherOne() throws Exception {
        Desk desk = desk("0.49");
        String state = state(create(desk, ""));
        dear.rises();
        JsonNode again = create(desk, state + YES);
        assertThat(again.at("/inputRequests/price/params/message").asString())
                .contains("another one by now", "1.00 USD");
        assertThat(tasks.wanted).isEmpty();
        create(desk, state(again) + YES);
        assertThat(tasks.wanted.get(0).wish().maxCostUsd()).contains(new BigDecimal("1.00"));
    }

    @Test
    void aYesIsGoodForOneFilm() throws Exception {
        Desk desk = desk("0.49");
        String yes = state(create(desk, "")) + YES;
        create(desk, yes);
        tasks.forget();
        assertThat(create(desk, yes).path("resultType").asString()).isEqualTo("input_required");
        assertThat(tasks.wanted).hasSize(1);
    }

    @Test
    void aQuestionOfOneServerIsAnsweredAtAnother() throws Exception {
        String yes = state(create(desk("0.49"), "")) + YES;
        assertThat(create(desk("0.49"), yes).at("/structuredContent/task_id").asString())
                .isEqualTo("task-1");
    }

    @Test
    void aYesThatOneServerTookIsNoneAtAnother() throws Exception {
        Desk one = desk("0.49");
        String yes = state(create(one, "")) + YES;
        create(one, yes);
        tasks.forget();
        assertThat(create(desk("0.49"), yes).path("resultType").asString()).isEqualTo("input_required");
        assertThat(tasks.wanted).hasSize(1);
    }

    @Test
    void anAnswerThatCannotBeCheckedSinceTheStoreIsAwayIsToldSo() throws Exception {
        String yes = state(create(desk("0.49"), "")) + YES;
        agreements = new Agreements() {
            @Override
            public byte[] secret() {
                throw new StoreUnavailable("The disk of the data folder is full.");
            }

            @Override
            public boolean use(String key, Instant until) {
                throw new IllegalStateException("the state was not opened");
            }
        };
        JsonNode answer = create(desk("0.49"), yes);
        assertThat(answer.path("isError").asBoolean()).isTrue();
        assertThat(answer.at("/structuredContent/error/message").asString())
                .contains("The disk of the data folder is full.");
        assertThat(tasks.wanted).isEmpty();
    }

    @Test
    void aFilmThatIsBeingMadeIsNotAskedAboutAgain() throws Exception {
        Desk desk = desk("0.49");
        create(desk, state(create(desk, "")) + YES);
        assertThat(create(desk, "").at("/structuredContent/task_id").asString()).isEqualTo("task-1");
    }

    @Test
    void asksNobodyAboutAFilmThatStaysWithinTheAmount() throws Exception {
        assertThat(create(desk("0.50"), "").at("/structuredContent/task_id").asString())
                .isEqualTo("task-1");
    }

    /** Elsewhere it could become one that the user would have to be asked about. */
    @Test
    void aFilmThatNobodyWasAskedAboutMayNotBecomeADearOne() throws Exception {
        create(desk("0.60"), "");
        assertThat(tasks.wanted.get(0).wish().maxCostUsd()).contains(new BigDecimal("0.60"));
    }

    @Test
    void whatWillBeRefusedIsNotAskedAbout() throws Exception {
        Desk desk = desk("0.49");
        String first = bench("0").film("'request_id':'mine'");
        JsonNode asked = desk.call(CREATE_REFERENCE_VIDEO, first, "");
        desk.call(CREATE_REFERENCE_VIDEO, first, state(asked) + YES);
        JsonNode other = desk.call(CREATE_REFERENCE_VIDEO, bench("0").film("'request_id':'mine','seed':9"), "");
        assertThat(other.at("/content/0/text").asString()).contains("belongs to another request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'elicitation':{'url':{}}}"})
    void goesOnAsEverWhereNobodyCanBeAsked(String capabilities) throws Exception {
        JsonNode answer = create(desk("0.49").with(capabilities), "");
        assertThat(answer.at("/structuredContent/task_id").asString()).isEqualTo("task-1");
        assertThat(tasks.wanted.get(0).wish().maxCostUsd()).isEmpty();
    }

    @Test
    void aPlanIsNotAskedAbout() throws Exception {
        Desk desk = desk("0.49");
        JsonNode plan = desk.call(CREATE_REFERENCE_VIDEO, bench("0.49").film("'dry_run':true"), "");
        assertThat(plan.at("/structuredContent/plan").isObject()).isTrue();
    }

    @Test
    void aPriceThatNobodyTellsIsAskedAboutAndKeepsTheFilmAtThatProvider() throws Exception {
        dear.hidesItsPrice();
        Desk desk = desk("100");
        JsonNode asked = create(desk, "");
        assertThat(asked.at("/inputRequests/price/params/message").asString()).contains("price unknown");
        create(desk, state(asked) + YES);
        assertThat(tasks.wanted.get(0).wish().provider()).isEqualTo("dear");
    }

    @Test
    void aClientThatFollowsTasksIsAskedBeforeItGetsOne() throws Exception {
        Desk desk = desk("0.49").with("{'elicitation':{},'extensions':{'io.modelcontextprotocol/tasks':{}}}");
        JsonNode asked = create(desk, "");
        assertThat(asked.path("resultType").asString()).isEqualTo("input_required");
        assertThat(asked.has("taskId")).isFalse();
        JsonNode begun = create(desk, state(asked) + YES);
        assertThat(begun.path("resultType").asString()).isEqualTo("task");
        assertThat(begun.has("requestState") || begun.has("inputRequests")).isFalse();
    }

    private Desk desk(String above) {
        return Desk.at(bench(above), ASKS);
    }

    private Bench bench(String above) {
        ProviderSettings keyed = new ProviderSettings(
                Map.of("dear", "sk-very-secret"), Optional.empty(), List.of(), Optional.empty(), Map.of());
        return Bench.asking(
                new Spending(principal -> Optional.empty(), Optional.of(new BigDecimal(above)), agreements),
                folder,
                tasks,
                new Catalogue(List.of(dear)),
                keyed);
    }

    private JsonNode create(Desk desk, String more) throws Exception {
        return desk.call(CREATE_REFERENCE_VIDEO, bench("0").film(""), more);
    }

    private static String state(JsonNode asked) {
        return ",'requestState':'" + asked.path("requestState").asString() + "'";
    }
}
