package dev.wanvideo.media.animatic;

import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Role;
import java.nio.file.Path;

/** One reference as the animatic draws it: a readable file, its label and what it stands for. */
public record CastMember(String label, Role role, MediaKind kind, Path file) {}
