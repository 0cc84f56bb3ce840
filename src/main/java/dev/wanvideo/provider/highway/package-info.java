/** HighwayAPI, and by base URL the hosts that share its wire: Novita, JieKou and PPIO. */
@NullMarked
package dev.wanvideo.provider.highway;

import org.jspecify.annotations.NullMarked;
