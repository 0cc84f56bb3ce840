package dev.wanvideo.task;

import dev.wanvideo.video.Category;

/** Why a task failed, in words for the caller. */
public record TaskError(Category category, String message) {}
