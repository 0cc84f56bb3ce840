package dev.wanvideo.provider;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Every provider there is: paid ones by id, then those that work on this machine. */
public final class Catalogue {
    private static final Comparator<Provider> LOCAL_LAST = Comparator.comparing(
                    (Provider p) -> p.descriptor().execution() == Execution.LOCAL)
            .thenComparing(p -> p.descriptor().id());

    private final List<Provider> providers;

    /** Holds these providers. */
    public Catalogue(List<Provider> providers) {
        this.providers = providers.stream().sorted(LOCAL_LAST).toList();
        Set<String> seen = new HashSet<>();
        for (String id : ids()) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("two providers are called " + id);
            }
        }
    }

    /** Finds the providers that were packaged with this server. */
    public static Catalogue load() {
        // The loader of this class, not the thread's: worker threads of an embedding program may carry another.
        return new Catalogue(ServiceLoader.load(Provider.class, Provider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** The same providers, each obeying what is set for it. */
    public Catalogue with(ProviderSettings settings) {
        return new Catalogue(providers.stream()
                .map(p -> p.with(settings.optionsOf(p.descriptor().id())))
                .toList());
    }

    /** The provider with this id. */
    public Optional<Provider> find(String id) {
        return providers.stream().filter(p -> p.descriptor().id().equals(id)).findFirst();
    }

    /** All of them, those on this machine last. */
    public List<Provider> all() {
        return providers;
    }

    /** Their ids in the order of {@link #all}. */
    public List<String> ids() {
        return providers.stream().map(p -> p.descriptor().id()).toList();
    }
}
