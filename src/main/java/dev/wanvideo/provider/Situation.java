package dev.wanvideo.provider;

import dev.wanvideo.video.MediaFindings;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan has to reckon with beside the request and the settings.
 *
 * @param findings what is known about the media
 * @param budgetLeftUsd what is left of today's budget; empty when there is none
 * @param ruledOut providers that cannot be asked any more, each with the reason
 */
public record Situation(MediaFindings findings, Optional<BigDecimal> budgetLeftUsd, Map<String, String> ruledOut) {
    /** Nothing known, nothing spent, nobody ruled out. */
    public static final Situation PLAIN = new Situation(MediaFindings.NONE, Optional.empty(), Map.of());

    public Situation {
        ruledOut = Map.copyOf(ruledOut);
    }
}
