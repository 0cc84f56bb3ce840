package dev.wanvideo.sandbox;

import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings that point a server at the sandbox. */
final class Surroundings {
    private static final String ANY_KEY = "sandbox";

    private Surroundings() {}

    /** By provider, each by the name of its environment variable. */
    static Map<String, Map<String, String>> of(List<Provider> emulated, String address, SandboxSettings settings) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Provider provider : emulated) {
            String id = provider.descriptor().id();
            all.put(id, of(provider, address + "/" + id, settings));
        }
        return all;
    }

    private static Map<String, String> of(Provider provider, String base, SandboxSettings settings) {
        Map<String, String> variables = new LinkedHashMap<>();
        String id = provider.descriptor().id();
        variables.put(Option.BASE_URL.variable(id), base);
        if (provider.options().contains(Option.UPLOAD_BASE_URL)) {
            variables.put(Option.UPLOAD_BASE_URL.variable(id), base);
        }
        provider.emulated()
                .ifPresent(wire -> wire.secrets()
                        .forEach((name, secret) -> variables.put((id + "_" + name).toUpperCase(Locale.ROOT), secret)));
        String key = settings.keys().stream().sorted().findFirst().orElse(ANY_KEY);
        provider.descriptor().keyVariable().ifPresent(name -> variables.put(name, key));
        return variables;
    }
}
