/** AI/ML API: its descriptor, its wire and its own side of it. */
@NullMarked
package dev.wanvideo.provider.aimlapi;

import org.jspecify.annotations.NullMarked;
