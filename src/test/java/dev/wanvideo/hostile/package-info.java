/** The table of hostile addresses, names, paths and files, and the folder of traps that its paths lead to. */
@NullMarked
package dev.wanvideo.hostile;

import org.jspecify.annotations.NullMarked;
