package dev.wanvideo.app;

import dev.wanvideo.task.SettleOutcome;
import dev.wanvideo.task.Settlements;
import dev.wanvideo.task.StoreUnavailable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person's word on a submission of which nobody knows whether the provider took it on. */
@Command(
        name = "resolve",
        description = "Settles a task of which nobody knows whether it was taken on or charged: look at the provider's"
                + " own page whether it has the film, and tell here what you saw.",
        mixinStandardHelpOptions = true)
final class ResolveCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(paramLabel = "TASK", description = "The task's id, as list_tasks shows it.")
    private String task = "";

    @ArgGroup(multiplicity = "1")
    private Verdict verdict = new Verdict();

    ResolveCommand(PrintWriter out) {
        this.out = out;
    }

    /** What the person saw. */
    static final class Verdict {
        @Option(
                names = "--provider-task-id",
                paramLabel = "ID",
                description = "The provider has it, under this id: the film is waited for and fetched.")
        @Nullable
        String providerTaskId;

        @Option(names = "--not-charged", description = "The provider does not have it, and took no money for it.")
        boolean notCharged;
    }

    @Override
    public Integer call() {
        Settings settings = SettingsReader.forProcess(new String[0]);
        settings.problems().forEach(System.err::println);
        try (Assembly assembly = Assembly.onlooker(settings)) {
            return tell(settle(assembly.settlements()));
        } catch (StoreUnavailable e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private SettleOutcome settle(Settlements tasks) {
        return verdict.providerTaskId == null
                ? tasks.notCharged(task.strip())
                : tasks.bind(task.strip(), verdict.providerTaskId.strip());
    }

    private int tell(SettleOutcome outcome) {
        if (outcome instanceof SettleOutcome.Settled settled) {
            out.println(settled.sentence());
            return 0;
        }
        System.err.println(
                outcome instanceof SettleOutcome.Unchanged unchanged
                        ? unchanged.why()
                        : "There is no task " + task + ".");
        return 1;
    }
}
