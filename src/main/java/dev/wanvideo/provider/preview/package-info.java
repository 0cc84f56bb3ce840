/** The embedded provider: free, no key, rendered on this machine. */
@NullMarked
package dev.wanvideo.provider.preview;

import org.jspecify.annotations.NullMarked;
