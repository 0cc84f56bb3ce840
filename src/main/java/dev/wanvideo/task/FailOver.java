package dev.wanvideo.task;

import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.PlanOutcome;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.Situation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a task that nobody accepted to the next best provider, after a new quote and within the caps, where the caller
 * left the choice open. Never to this machine: a preview is not what was asked for.
 */
final class FailOver {
    private static final Logger LOG = LoggerFactory.getLogger(FailOver.class);

    private final Books books;
    private final Intent intent;
    private final Planner planner;
    private final Map<String, Account> accounts;
    private final StepQueue steps;

    /** @param accounts what this process holds, by provider */
    FailOver(Books books, Intent intent, Planner planner, Map<String, Account> accounts, StepQueue steps) {
        this.books = books;
        this.intent = intent;
        this.planner = planner;
        this.accounts = Map.copyOf(accounts);
        this.steps = steps;
    }

    /**
     * Whether another provider takes it: then the row is that provider's and its step is scheduled.
     *
     * @param why what the present provider did, e.g. {@code refused (402: no credit)}
     */
    boolean went(Connection connection, TaskRow row, String why) throws SQLException {
        Optional<Plan> plan = planned(connection, row) instanceof PlanOutcome.Planned found
                ? Optional.of(found.plan())
                : Optional.empty();
        if (plan.isEmpty()) {
            return false;
        }
        Account account = accounts.get(id(plan.get()));
        if (account == null || !rerouted(connection, row, account, plan.get(), why)) {
            return false;
        }
        LOG.info("{} goes from {} to {}", row.id(), row.task().provider(), account.provider());
        return true;
    }

    private boolean rerouted(Connection connection, TaskRow row, Account account, Plan plan, String why)
            throws SQLException {
        String switched = row.task().provider() + " " + why + ", so " + account.provider() + " makes it";
        Stream<String> warnings = Stream.of(
                        row.task().warnings().stream(), plan.warnings().stream(), Stream.of(switched))
                .flatMap(all -> all)
                .distinct();
        if (!books.remote().rerouted(connection, row, account, plan, warnings.toList())) {
            return false;
        }
        steps.add(account.stepName(), row.id());
        return true;
    }

    /** Why nobody else makes it; empty when nobody else was to be asked. */
    Optional<String> others(Connection connection, TaskRow row) throws SQLException {
        return planned(connection, row) instanceof PlanOutcome.Rejected rejected
                ? Optional.of(
                        "No other provider makes it: " + rejected.refusal().message())
                : Optional.empty();
    }

    /** Looks for due steps, after the transaction that may have scheduled one. */
    void look() {
        steps.look();
    }

    /** A plan for a provider elsewhere that this process has an account at, or why there is none. */
    private @Nullable PlanOutcome planned(Connection connection, TaskRow row) throws SQLException {
        if (!row.remote().wish().auto()) {
            return null;
        }
        Map<String, String> ruledOut =
                new LinkedHashMap<>(row.remote().preparation().refusals());
        ruledOut.putAll(books.ledger().ruledOut(connection, row));
        Optional<BigDecimal> left = intent.left(connection, row.tenant());
        PlanOutcome outcome = plan(row, left, ruledOut);
        while (outcome instanceof PlanOutcome.Planned planned && !usable(planned.plan())) {
            if (ruledOut.put(id(planned.plan()), "this server has no account there") != null) {
                return null;
            }
            outcome = plan(row, left, ruledOut);
        }
        return outcome;
    }

    private @Nullable PlanOutcome plan(TaskRow row, Optional<BigDecimal> left, Map<String, String> ruledOut) {
        try {
            Situation situation = new Situation(row.remote().findings(), left, ruledOut);
            return planner.plan(row.task().request(), row.remote().wish(), situation);
        } catch (RuntimeException e) {
            LOG.error("Choosing another provider for {} failed by a fault of this program", row.id());
            LOG.debug("The fault", e);
            return null;
        }
    }

    private boolean usable(Plan plan) {
        Account account = accounts.get(id(plan));
        return account != null && account.execution() == Execution.REMOTE;
    }

    private static String id(Plan plan) {
        return plan.provider().descriptor().id();
    }
}
