/** Every provider's own side of its wire, served on loopback: jobs that take time, cost money and yield films. */
@NullMarked
package dev.wanvideo.sandbox;

import org.jspecify.annotations.NullMarked;
