/** Who makes films: the provider contract, the catalogue and the planner; one folder per provider. */
@NullMarked
package dev.wanvideo.provider;

import org.jspecify.annotations.NullMarked;
