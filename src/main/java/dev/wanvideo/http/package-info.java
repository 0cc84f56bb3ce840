/** The one door to the network: fetching with limits, behind the address guard. */
@NullMarked
package dev.wanvideo.http;

import org.jspecify.annotations.NullMarked;
