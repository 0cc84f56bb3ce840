package dev.wanvideo.video;

import java.util.Optional;

/**
 * One picture or clip that the film must look like, with the voice that belongs to it.
 *
 * @param name what the prompt calls it after an {@code @}
 * @param kind {@link MediaKind#IMAGE} or {@link MediaKind#VIDEO}
 */
public record Reference(
        Optional<String> name, MediaKind kind, MediaSource media, Optional<MediaSource> voice, Role role) {}
