/** The durable life of a task: store, states, steps, waiting. */
@NullMarked
package dev.wanvideo.task;

import org.jspecify.annotations.NullMarked;
