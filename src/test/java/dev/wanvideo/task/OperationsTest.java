package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OperationsTest extends OnRemoteBench {
    @Test
    void countsTasksMoneyAndWhatWaits() {
        bench.createAtAlpha("one");
        bench.createAtAlpha("two");
        bench.clock.move(Duration.ofSeconds(40));
        HouseFigures before = operations("alpha").figures();
        assertThat(before.tasks()).containsOnlyKeys(TaskStatus.QUEUED).containsEntry(TaskStatus.QUEUED, 2L);
        assertThat(before.money()).isEmpty();
        assertThat(before.dueSteps()).isEqualTo(2);
        assertThat(before.oldestDue()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void tellsWhatWasQuotedAndWhatWasCharged() {
        String id = bench.running();
        HouseFigures running = operations("alpha").figures();
        assertThat(money(running).quoted()).isEqualByComparingTo(bench.reserved());
        assertThat(money(running).charged()).isZero();
        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
        HouseFigures made = operations("alpha").figures();
        assertThat(made.tasks()).containsOnlyKeys(TaskStatus.SUCCEEDED);
        assertThat(money(made).charged()).isEqualByComparingTo("0.9");
    }

    @Test
    void doesNotCountStepsOfAccountsThatOthersHold() {
        bench.createAtAlpha("one");
        assertThat(operations("beta").figures().dueSteps()).isZero();
        assertThat(operations("beta").figures().oldestDue()).isZero();
    }

    @Test
    void noticesAFolderThatTakesNoFilms() throws IOException {
        Operations operations = operations("alpha");
        operations.requireStore();
        operations.requireOutput();
        Path films = bench.settings.outputDir();
        Files.delete(films);
        Files.write(films, new byte[0]);
        assertThatThrownBy(operations::requireOutput).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void noticesADatabaseThatIsGone() {
        Operations operations = operations("alpha");
        bench.database.close();
        assertThatThrownBy(operations::requireStore).isInstanceOf(StoreUnavailable.class);
    }

    private static HouseFigures.Money money(HouseFigures figures) {
        return Objects.requireNonNull(figures.money().get("alpha"));
    }

    private Operations operations(String held) {
        return new Operations(
                bench.database,
                bench.settings,
                List.of(Account.remote(held, "secret-of-" + held).stepName()),
                () -> {});
    }
}
