package dev.wanvideo.sandbox;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault that was asked for.
 *
 * @param provider its id
 * @param rate share of the calls or jobs that it strikes, 0-1
 * @param times how many it strikes at most; empty for no end
 * @param calls those that it may strike; without meaning for faults of jobs and films
 */
public record FaultOrder(String provider, Fault fault, double rate, OptionalInt times, Calls calls) {
    /** Stands for every provider. */
    public static final String ALL = "all";

    private static final Pattern TEXT =
            Pattern.compile("([a-z0-9-]+)=([a-z0-9-]+)(?::(?:(\\d{1,6})x|([01](?:\\.\\d{1,6})?)))?(?:@([a-z]+))?");
    private static final String FORM =
            "a fault is <provider>=<fault>, then :0.02 for a share or :3x for a number of times, then @create, @poll or"
                    + " @any; not ";

    public FaultOrder {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate is a number from 0 to 1, not " + rate);
        }
        if (times.orElse(0) < 0) {
            throw new IllegalArgumentException("a fault strikes no fewer than 0 times");
        }
    }

    /** It always strikes. */
    public static FaultOrder always(String provider, Fault fault) {
        return rate(provider, fault, 1);
    }

    /** It strikes a share of what it may strike. */
    public static FaultOrder rate(String provider, Fault fault, double rate) {
        return new FaultOrder(provider, fault, rate, OptionalInt.empty(), fault.usual());
    }

    /** It strikes the next ones, then no more. */
    public static FaultOrder times(String provider, Fault fault, int times) {
        return new FaultOrder(provider, fault, 1, OptionalInt.of(times), fault.usual());
    }

    /** The same for these calls. */
    public FaultOrder on(Calls others) {
        return new FaultOrder(provider, fault, rate, times, others);
    }

    /** The same at another provider. */
    FaultOrder at(String other) {
        return new FaultOrder(other, fault, rate, times, calls);
    }

    /**
     * Reads {@code evolink=bill-then-drop:0.02}, {@code all=reset:3x} or {@code freepik=html@poll}.
     *
     * @throws IllegalArgumentException with a sentence on what is wrong
     */
    public static FaultOrder read(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(FORM + text);
        }
        Fault fault = fault(parts.group(2));
        FaultOrder order = parts.group(3) != null
                ? times(parts.group(1), fault, Integer.parseInt(parts.group(3)))
                : rate(parts.group(1), fault, parts.group(4) == null ? 1 : Double.parseDouble(parts.group(4)));
        return parts.group(5) == null ? order : order.on(calls(parts.group(5)));
    }

    static Fault fault(String word) {
        return Fault.named(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no fault " + word + "; there are " + String.join(", ", Fault.words())));
    }

    static Calls calls(String word) {
        return Calls.named(word)
                .orElseThrow(() -> new IllegalArgumentException("calls are create, poll or any, not " + word));
    }

    @Override
    public String toString() {
        String dose = times.isPresent() ? times.getAsInt() + "x" : Double.toString(rate);
        return provider + "=" + fault.word() + ":" + dose + "@" + calls.word();
    }
}
