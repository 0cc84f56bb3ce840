package dev.wanvideo.task;

import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.ProviderGateway;

/** What this process needs to have films made elsewhere: speaking to providers, choosing another one, fetching films, and
 * opening the media that have to be uploaded. */
public record RemoteTools(ProviderGateway gateway, Planner planner, FilmFetch films, ReferenceFiles references) {}
