package dev.wanvideo.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Figures of one kind in the order of their rounds. */
record Series(double[] values) {
    static Series of(List<Double> values) {
        return new Series(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double median() {
        return quantile(0.5);
    }

    /** The value below which this part of all lies. */
    double quantile(double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int at = (int) Math.ceil(part * sorted.length) - 1;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, Math.min(sorted.length - 1, at))];
    }

    /** The median of the ratios round by round, which holds when the machine's speed drifts. */
    double ratioTo(Series other) {
        return new Series(IntStream.range(0, Math.min(values.length, other.values.length))
                        .mapToDouble(i -> values[i] / other.values[i])
                        .toArray())
                .median();
    }
}
