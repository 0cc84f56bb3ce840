package dev.wanvideo.provider;

import java.util.Optional;

/**
 * A provider that somebody asked for by name.
 *
 * @param reason who asked, in words
 */
record Pick(String id, String reason) {
    /** The caller's word, else the owner's; empty when both leave the choice open. */
    static Optional<Pick> of(Wish wish, ProviderSettings settings) {
        return wish.auto()
                ? settings.preferred()
                        .filter(id -> !id.equals(Wish.AUTO))
                        .map(id -> new Pick(id, "set by WAN_VIDEO_PROVIDER"))
                : Optional.of(new Pick(wish.provider(), "asked for by name"));
    }
}
