package dev.wanvideo.video;

import java.util.Optional;

/**
 * What a caller may turn on or off; empty means that the caller did not say, so no provider is ruled out by it.
 *
 * @param fixMedia whether references are mended before they are used; it concerns no provider
 */
public record Switches(
        Optional<Boolean> promptExpansion,
        Optional<Boolean> audio,
        Optional<ShotType> shotType,
        Optional<Boolean> watermark,
        boolean fixMedia) {
    /** Nothing said. */
    public static final Switches UNSAID =
            new Switches(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
}
