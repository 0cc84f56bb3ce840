package dev.wanvideo.sandbox;

import dev.wanvideo.sandbox.Fault.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong at which provider; may be changed at any time. */
public final class Faults {
    private final long seed;
    private final Set<String> providers;
    private final Map<Place, LiveFault> live = new ConcurrentHashMap<>();
    private final Map<Place, AtomicInteger> struck = new ConcurrentHashMap<>();

    Faults(long seed, Set<String> providers) {
        this.seed = seed;
        this.providers = Set.copyOf(providers);
    }

    /** What decides whom a rate strikes. */
    public long seed() {
        return seed;
    }

    /**
     * Puts a fault in force instead of the same one before; a rate of 0 ends it.
     *
     * @throws IllegalArgumentException when there is no such provider
     */
    public void set(FaultOrder order) {
        for (String provider : named(order.provider())) {
            live.put(new Place(provider, order.fault()), new LiveFault(order.at(provider), seed));
        }
    }

    /** Ends all faults; what jobs have already caught stays with them. */
    public void clear() {
        live.clear();
    }

    /** Ends all faults of one provider. */
    public void clear(String provider) {
        live.keySet().removeIf(place -> place.provider().equals(provider));
    }

    /** How often a fault has struck at a provider, since the sandbox started. */
    public int struck(String provider, Fault fault) {
        AtomicInteger count = struck.get(new Place(provider, fault));
        return count == null ? 0 : count.get();
    }

    /** How often each fault has struck, by {@code provider=fault}. */
    public Map<String, Integer> struck() {
        Map<String, Integer> counts = new TreeMap<>();
        struck.forEach((place, count) ->
                counts.put(place.provider() + "=" + place.fault().word(), count.get()));
        return counts;
    }

    /** What is in force, in a steady order. */
    public List<FaultOrder> inForce() {
        return live.values().stream()
                .map(LiveFault::order)
                .sorted(Comparator.comparing(FaultOrder::provider).thenComparing(FaultOrder::fault))
                .toList();
    }

    /** The fault of this stage that strikes this call; each one in force takes its chance until one does. */
    Optional<Fault> striking(String provider, Stage stage, boolean create) {
        for (Fault fault : Fault.values()) {
            Optional<LiveFault> found = fault.stage() == stage ? inForce(provider, fault) : Optional.empty();
            if (found.filter(f -> f.order().calls().include(create)).isPresent() && strikes(found.get())) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    Optional<LiveFault> inForce(String provider, Fault fault) {
        return Optional.ofNullable(live.get(new Place(provider, fault)));
    }

    /** Takes one chance and remembers when it strikes. */
    boolean strikes(LiveFault fault) {
        boolean strikes = fault.strikes();
        if (strikes) {
            Place place = new Place(fault.order().provider(), fault.order().fault());
            struck.computeIfAbsent(place, p -> new AtomicInteger()).incrementAndGet();
        }
        return strikes;
    }

    private Set<String> named(String provider) {
        if (provider.equals(FaultOrder.ALL)) {
            return providers;
        }
        if (!providers.contains(provider)) {
            throw new IllegalArgumentException("there is no provider " + provider + " here; there are "
                    + String.join(", ", providers.stream().sorted().toList()));
        }
        return Set.of(provider);
    }

    private record Place(String provider, Fault fault) {}
}
