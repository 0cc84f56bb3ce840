package dev.wanvideo.mcp;

import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.task.Agreements;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The user's own yes to a film that may cost more than the owner of this server lets a model spend unasked. A yes is good
 * for one film, at the provider and up to the price that were shown.
 */
final class Consent {
    private static final String PRICE = "price";
    private static final String ACTION = "action";
    private static final String PROVIDER = "provider";
    private static final String USD = "usd";
    private static final String UNKNOWN = "unknown";
    private static final String ONCE = "once";

    private final Optional<BigDecimal> aboveUsd;
    private final Clock clock;
    private final Agreements agreements;

    Consent(Spending spending, Clock clock) {
        this.aboveUsd = spending.confirmAboveUsd();
        this.agreements = spending.agreements();
        this.clock = clock;
    }

    /** Whether there is anything that is asked about. */
    boolean asks() {
        return aboveUsd.isPresent();
    }

    /** Whether a film at this price is asked about; one whose price nobody tells is. */
    boolean isNeeded(Quote quote) {
        return aboveUsd.isPresent() && !quote.within(aboveUsd.get());
    }

    /** What the user said to this plan, if the question was already put. */
    Verdict verdict(Plan plan, ReferenceVideoRequest request, Wish wish, Round round) {
        Object response = round.responses().get(PRICE);
        Object action = response instanceof Map<?, ?> members ? members.get(ACTION) : null;
        if ("decline".equals(action) || "cancel".equals(action)) {
            return new Verdict.Withheld(refused("decline".equals(action), plan.quote()));
        }
        boolean accepted = "accept".equals(action);
        boolean covered = covers(round.state(), plan);
        return accepted && covered && isFirstUse(round.state())
                ? new Verdict.Given(bound(wish, round.state()))
                : new Verdict.Asked(question(plan, request, accepted && !covered));
    }

    private static boolean covers(Map<String, Object> shown, Plan plan) {
        String id = plan.provider().descriptor().id();
        Object usd = shown.get(USD);
        return id.equals(shown.get(PROVIDER))
                && (UNKNOWN.equals(usd)
                        ? plan.quote().highUsd().isEmpty()
                        : usd instanceof String amount && plan.quote().within(new BigDecimal(amount)));
    }

    /** The same yes may come back as often as a client likes to send it, and to any server of the store. */
    private boolean isFirstUse(Map<String, Object> shown) {
        return agreements.use(String.valueOf(shown.get(ONCE)), clock.instant().plus(RequestStates.LIFE));
    }

    /** What nobody was asked about may go elsewhere too, as long as nobody would have to be asked about that. */
    Wish unasked(Wish wish) {
        return aboveUsd.map(most -> new Wish(
                        wish.provider(),
                        Optional.of(wish.maxCostUsd().map(most::min).orElse(most))))
                .orElse(wish);
    }

    /** Should the film have to go elsewhere, it does so at no higher price; where none was told, it does not. */
    private static Wish bound(Wish wish, Map<String, Object> shown) {
        String usd = String.valueOf(shown.get(USD));
        if (usd.equals(UNKNOWN)) {
            return new Wish(String.valueOf(shown.get(PROVIDER)), wish.maxCostUsd());
        }
        BigDecimal agreed = new BigDecimal(usd);
        return new Wish(
                wish.provider(), Optional.of(wish.maxCostUsd().map(agreed::min).orElse(agreed)));
    }

    private static InputRequired question(Plan plan, ReferenceVideoRequest request, boolean changed) {
        String message = (changed ? "The offer is another one by now. " : "") + "Have a film of "
                + request.format().seconds() + " s in "
                + request.format().resolution().word() + " made at "
                + plan.provider().descriptor().name() + "? Price: " + Money.price(plan.quote()) + ". \""
                + Coercion.excerpt(request.prompt()) + "\"";
        InputRequest form = InputRequest.form(message, Map.of("type", "object", "properties", Map.of()));
        String usd = plan.quote().highUsd().map(BigDecimal::toPlainString).orElse(UNKNOWN);
        return new InputRequired(
                Map.of(PRICE, form),
                Map.of(
                        PROVIDER, plan.provider().descriptor().id(),
                        USD, usd,
                        ONCE, UUID.randomUUID().toString()));
    }

    private static Answer refused(boolean declined, Quote quote) {
        String price = Money.price(quote);
        return declined
                ? Refusals.of(
                        Refusal.of(
                                Category.OVER_BUDGET,
                                "The user was asked and does not want this film for " + price + "."),
                        "Do not order it again as it is. Ask the user what to change: fewer seconds, 720p, another"
                                + " provider.")
                : Refusals.of(
                        Refusal.of(
                                Category.OVER_BUDGET,
                                "The user was asked about " + price + " and closed the question without an answer."),
                        "Ask the user in the conversation; if the answer is yes, call again and the question is shown"
                                + " once more. If no question was shown, the client cannot show it: the owner of this"
                                + " server can raise or leave out WAN_VIDEO_CONFIRM_ABOVE_USD.");
    }

    /** What came of asking. */
    sealed interface Verdict {
        /** @param wish the caller's, kept to what was agreed to */
        record Given(Wish wish) implements Verdict {}

        /** The question has to be put, for the first time or anew. */
        record Asked(InputRequired question) implements Verdict {}

        /** The user did not agree. */
        record Withheld(Answer answer) implements Verdict {}
    }
}
