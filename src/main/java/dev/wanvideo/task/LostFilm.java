package dev.wanvideo.task;

import dev.wanvideo.video.Charged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Says of a film that was made and cannot be fetched what is left of it. */
final class LostFilm {
    private LostFilm() {}

    static String sentence(TaskRow row, RemoteLink link, String why, Instant now) {
        return "The film was made" + charge(row.task().cost()) + ", but could not be fetched: " + why + ". "
                + address(link, now) + " " + row.task().provider() + " has it as its task "
                + row.task().advance().providerTaskId().orElse("(without an id)")
                + ": look at your account there or ask its support. Once it is to be had again, wan-video-mcp resolve "
                + row.id() + " --provider-task-id "
                + row.task().advance().providerTaskId().orElse("ID") + " fetches it without another charge.";
    }

    private static String charge(Cost cost) {
        Optional<BigDecimal> usd = cost.chargedUsd();
        if (usd.isPresent()) {
            return " and charged (" + usd.get().toPlainString() + " USD)";
        }
        return cost.charged() == Charged.NO
                ? ""
                : " and charged"
                        + cost.quote()
                                .highUsd()
                                .map(quoted -> " (quoted: " + quoted.toPlainString() + " USD)")
                                .orElse("");
    }

    private static String address(RemoteLink link, Instant now) {
        String told = link.expires()
                .map(until -> (now.isAfter(until) ? " was good until " : " should be good until ") + until + ".")
                .orElse(" was told without an end.");
        return "Its address" + told + " Address: " + link.address() + " .";
    }
}
