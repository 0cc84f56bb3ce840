package dev.wanvideo.task;

import dev.wanvideo.video.Charged;
import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.util.Optional;

/** What was quoted, and what was charged as far as anyone tells. */
public record Cost(Quote quote, Optional<BigDecimal> chargedUsd, Charged charged) {}
