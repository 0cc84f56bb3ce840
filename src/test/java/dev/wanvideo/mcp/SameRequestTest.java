package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.ProviderSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests {@code create_reference_video} takes for one and the same. */
final class SameRequestTest extends OnBench {
    private static final String NOTHING = "Nothing was submitted or charged.";

    @Test
    void equalRequestsAreKnownAsEqualWhateverTheirSpelling() {
        create(bench.film("'duration':'5','resolution':'720P','negative_prompt':''"));
        Answer again = create(bench.film("'aspect_ratio':'16x9','wait_seconds':0,'max_cost_usd':3"));
        assertThat(Bench.facts(again).get("task_id").asString()).isEqualTo("task-1");
        assertThat(Bench.facts(again).get("warnings").toString()).contains("already being made");
        assertThat(tasks.wanted.get(0).requestSha()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'duration':6",
                "'resolution':'1080p'",
                "'aspect_ratio':'1:1'",
                "'seed':1",
                "'audio':true",
                "'negative_prompt':'rain'",
                "'provider':'preview'",
                "'shot_type':'multi'",
                "'watermark':true",
                "'prompt_expansion':false",
                "'fix_media':true"
            })
    void everyArgumentThatChangesTheFilmMakesAnotherRequest(String argument) {
        create(bench.film(""));
        create(bench.film(argument));
        assertThat(tasks.wanted.get(0).requestSha())
                .isNotEqualTo(tasks.wanted.get(1).requestSha());
    }

    @Test
    void theSameRequestIdWithAnotherRequestIsRefused() {
        create(bench.film("'request_id':'r'"));
        Answer answer = create(bench.film("'request_id':'r','duration':6"));
        assertThat(category(answer)).isEqualTo("invalid_request");
        assertThat(answer.text()).contains(NOTHING);
    }

    @Test
    void anOrderThatIsRepeatedWhenItsOwnPriceHasUsedUpTheBudgetIsStillThatTask() {
        Catalogue dear = new Catalogue(List.of(new DearProvider()));
        ProviderSettings keyed =
                new ProviderSettings(Map.of("dear", "secret"), Optional.empty(), List.of(), Optional.empty(), Map.of());
        Bench before = Bench.with(BigDecimal.ONE, folder, tasks, dear, keyed);
        Bench after = Bench.with(BigDecimal.ZERO, folder, tasks, dear, keyed);
        String order = before.film("'request_id':'r1','duration':10");
        before.call(CREATE_REFERENCE_VIDEO, order);

        Answer repeated = after.call(CREATE_REFERENCE_VIDEO, order);
        assertThat(repeated.error()).isFalse();
        assertThat(Bench.facts(repeated).get("task_id").asString()).isEqualTo("task-1");
        assertThat(repeated.text()).doesNotContain(NOTHING);
        assertThat(category(after.call(CREATE_REFERENCE_VIDEO, before.film("'request_id':'r2','duration':9"))))
                .isEqualTo("over_budget");
        assertThat(category(after.call(CREATE_REFERENCE_VIDEO, before.film("'dry_run':true,'duration':10"))))
                .isEqualTo("over_budget");
        assertThat(tasks.wanted).hasSize(1);
    }
}
