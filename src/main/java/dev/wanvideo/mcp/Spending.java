package dev.wanvideo.mcp;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the owner lets a model spend.
 *
 * @param budgetLeftUsd what is left of today's budget; empty when there is none
 * @param confirmAboveUsd a film that may cost more is asked about first where the client can be asked; empty when none is
 */
public record Spending(Supplier<Optional<BigDecimal>> budgetLeftUsd, Optional<BigDecimal> confirmAboveUsd) {}
