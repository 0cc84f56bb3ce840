package dev.wanvideo.web;

import dev.wanvideo.transport.http.Route;
import dev.wanvideo.transport.http.RouteAnswer;

/** Says at {@code /healthz} that the process lives. */
public final class Health {

    public Route route() {
        return Route.get("/healthz", Route.Callers.BY_ANY_NAME, request -> RouteAnswer.json(200, "{}\n"));
    }
}
