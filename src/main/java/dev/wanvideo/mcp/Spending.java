package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.task.Agreements;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the owner lets a model spend.
 *
 * @param budgetLeftUsd what is left of a principal's budget for today; empty when there is none
 * @param confirmAboveUsd a film that may cost more is asked about first where the client can be asked; empty when none is
 * @param agreements what came of asking
 */
public record Spending(
        Function<Principal, Optional<BigDecimal>> budgetLeftUsd,
        Optional<BigDecimal> confirmAboveUsd,
        Agreements agreements) {}
