package dev.wanvideo.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the owner of this server has set about providers.
 *
 * @param keys secret keys by provider id
 * @param preferred the provider to use where a call leaves the choice open ({@code WAN_VIDEO_PROVIDER})
 * @param order ids that win over price, first one first ({@code WAN_VIDEO_PROVIDER_ORDER})
 * @param maxCostUsd what one film may cost at most ({@code WAN_VIDEO_MAX_COST_USD})
 * @param options values by {@link Option#name} by provider id
 */
public record ProviderSettings(
        Map<String, String> keys,
        Optional<String> preferred,
        List<String> order,
        Optional<BigDecimal> maxCostUsd,
        Map<String, Map<String, String>> options) {
    /** Nothing set. */
    public static final ProviderSettings NONE =
            new ProviderSettings(Map.of(), Optional.empty(), List.of(), Optional.empty(), Map.of());

    public ProviderSettings {
        keys = Map.copyOf(keys);
        order = List.copyOf(order);
        options = Map.copyOf(options);
    }

    /** Whether a provider has the key that it needs. */
    public boolean configured(Provider provider) {
        return missing(provider).isEmpty();
    }

    /** The variable that must be set before a provider can be used; empty when it can. */
    public Optional<String> missing(Provider provider) {
        Descriptor told = provider.descriptor();
        boolean hasKey = !keys.getOrDefault(told.id(), "").isBlank();
        return hasKey ? Optional.empty() : told.keyVariable();
    }

    /** What is set for one provider beside its key, by {@link Option#name}. */
    public Map<String, String> optionsOf(String id) {
        return options.getOrDefault(id, Map.of());
    }

    /** Every way in which these settings do not fit the providers there are, in words that name the variable. */
    public List<String> problems(Catalogue catalogue) {
        List<String> problems = new ArrayList<>();
        String known = String.join(", ", catalogue.ids());
        preferred
                .filter(id -> !id.equals(Wish.AUTO) && catalogue.find(id).isEmpty())
                .ifPresent(id -> problems.add("WAN_VIDEO_PROVIDER is " + id + "; allowed: auto, " + known));
        order.stream()
                .filter(id -> catalogue.find(id).isEmpty())
                .forEach(id -> problems.add("WAN_VIDEO_PROVIDER_ORDER names " + id + "; allowed: " + known));
        catalogue.all().forEach(provider -> problems.addAll(optionProblems(provider)));
        return problems;
    }

    /**
     * The same settings without what {@link #problems} names, so that defaults stand in its place; but for the choice of
     * a provider, since whoever made one did not choose to pay another, for its address, since a key that is meant for
     * another host must not go to the usual one, and for its price, since no cap could be held to.
     */
    public ProviderSettings understood(Catalogue catalogue) {
        Map<String, Map<String, String>> allowed = new LinkedHashMap<>();
        catalogue.all().forEach(provider -> allowed.put(provider.descriptor().id(), understoodOptions(provider)));
        Map<String, String> usable = new LinkedHashMap<>(keys);
        catalogue.all().stream()
                .filter(this::astray)
                .forEach(p -> usable.remove(p.descriptor().id()));
        return new ProviderSettings(
                usable,
                preferred,
                order.stream().filter(id -> catalogue.find(id).isPresent()).toList(),
                maxCostUsd,
                allowed);
    }

    /** Whether it is to be reached at an address that is none, or costs what nobody can read. */
    private boolean astray(Provider provider) {
        Map<String, String> set = optionsOf(provider.descriptor().id());
        return provider.options().stream().anyMatch(option -> vital(option) && unreadable(option, set));
    }

    private static boolean vital(Option option) {
        return switch (option.form()) {
            case AMOUNT, ADDRESS -> true;
            case WORD, SECRET -> false;
        };
    }

    private static boolean unreadable(Option option, Map<String, String> set) {
        return set.containsKey(option.name()) && !option.allows(set.getOrDefault(option.name(), ""));
    }

    private Map<String, String> understoodOptions(Provider provider) {
        Map<String, String> set =
                new LinkedHashMap<>(optionsOf(provider.descriptor().id()));
        provider.options().stream()
                .filter(option -> !option.allows(set.getOrDefault(option.name(), "")))
                .forEach(option -> set.remove(option.name()));
        return set;
    }

    private List<String> optionProblems(Provider provider) {
        String id = provider.descriptor().id();
        Map<String, String> set = optionsOf(id);
        return provider.options().stream()
                .filter(option -> unreadable(option, set))
                .map(option -> vital(option)
                        // Not shown, since there may be a password in it.
                        ? option.variable(id) + " is not " + option.allowed() + "; until it is mended, " + id
                                + " is not used"
                        : option.variable(id) + " is "
                                + (option.form() == Option.Form.SECRET ? "not usable" : set.get(option.name()))
                                + "; allowed: " + option.allowed())
                .toList();
    }

    /** Names what is set, never a key nor an option's value. */
    @Override
    public String toString() {
        return "ProviderSettings[keys for " + new TreeSet<>(keys.keySet()) + ", preferred=" + preferred + ", order="
                + order + ", maxCostUsd=" + maxCostUsd + ", options for " + new TreeSet<>(options.keySet()) + "]";
    }
}
