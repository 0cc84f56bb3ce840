package dev.wanvideo.app;

import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.provider.S3Settings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a person or an operator decided, read once.
 *
 * @param network what may be reached beyond the usual
 * @param identity how callers over HTTP are known
 * @param logs what is logged, and how
 * @param pollGap a fixed time between two looks at a provider's task; empty for the usual rhythm
 * @param problems settings that could not be understood, one sentence each; their defaults are in force
 */
record Settings(
        Folders folders,
        Network network,
        Spending spending,
        ProviderSettings providers,
        IdentitySettings identity,
        Optional<Duration> pollGap,
        Logs logs,
        List<String> problems) {
    Settings {
        problems = List.copyOf(problems);
    }

    /** What may be spent in a day; empty when there is no limit. */
    Optional<BigDecimal> dailyBudgetUsd() {
        return spending.dailyBudgetUsd();
    }

    /** @param json whether lines are JSON, for programs, or text, for people */
    record Logs(String level, boolean json) {}

    /**
     * What may be spent, and what is asked about first.
     *
     * @param confirmAboveUsd a film that may cost more is asked about; empty when none is
     */
    record Spending(Optional<BigDecimal> dailyBudgetUsd, Optional<BigDecimal> confirmAboveUsd) {}

    /**
     * What may be reached beyond the usual.
     *
     * @param allowHosts hosts exempt from the https and private-address rules
     * @param bucket for files that a provider does not take itself
     * @param databaseUrl a database server for the tasks instead of a file in the home
     * @param serving what else a server for many clients does
     */
    record Network(Set<String> allowHosts, Optional<S3Settings> bucket, Optional<String> databaseUrl, Serving serving) {
        Network {
            allowHosts = Set.copyOf(allowHosts);
        }

        /** The address of a database server may hold a password. */
        @Override
        public String toString() {
            return "Network[allowHosts=" + allowHosts + ", bucket=" + bucket + "]";
        }
    }

    /**
     * What a server for many clients does beside serving them.
     *
     * @param metricsToken what those send who may read the metrics; empty where only this machine can ask
     * @param receiver who is told of each end of a task
     * @param publicUrl under which providers reach this server
     */
    record Serving(Optional<String> metricsToken, Optional<Receiver> receiver, Optional<URI> publicUrl) {}

    /**
     * Who is told of ends.
     *
     * @param secret that its notices are signed with
     */
    record Receiver(URI address, byte[] secret) {
        /** Without the address either: many of them open something by themselves. */
        @Override
        public String toString() {
            return "Receiver[]";
        }
    }
}
