package dev.wanvideo.transport.http;

import static dev.wanvideo.access.ProtectedResource.WELL_KNOWN;

import dev.wanvideo.access.ProtectedResource;
import java.util.stream.Stream;

/** What clients have to know of this server before an authorization server gives them a token (RFC 9728). */
final class Metadata {

    private Metadata() {}

    /** The same under the path that belongs to the address of the server, and where clients look besides. */
    static Stream<Route> routes(ProtectedResource resource) {
        return Stream.of(
                        WELL_KNOWN,
                        WELL_KNOWN + FrontDoor.PATH,
                        resource.metadataAddress().getPath())
                .distinct()
                .map(path -> Route.get(
                        path, Route.Callers.BY_OUR_NAME, request -> RouteAnswer.json(200, resource.metadata() + "\n")));
    }
}
