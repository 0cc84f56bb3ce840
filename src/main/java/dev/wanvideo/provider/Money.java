package dev.wanvideo.provider;

import java.math.BigDecimal;

/** US dollars in words. */
final class Money {
    private Money() {}

    /** {@code $0.40}, {@code $1.935}: at least two decimals, none cut off. */
    static String words(BigDecimal usd) {
        BigDecimal plain = usd.stripTrailingZeros();
        return "$" + (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }
}
