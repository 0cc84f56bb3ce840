package dev.wanvideo.task;

import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.ProviderGateway;

/** What this process needs to have films made elsewhere: speaking to providers, choosing another one, fetching films. */
public record RemoteTools(ProviderGateway gateway, Planner planner, FilmFetch films) {}
