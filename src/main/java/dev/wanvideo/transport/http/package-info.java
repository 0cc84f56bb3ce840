/** JSON-RPC over Streamable HTTP: sessions after {@code initialize} and stateless requests on one path. */
@NullMarked
package dev.wanvideo.transport.http;

import org.jspecify.annotations.NullMarked;
