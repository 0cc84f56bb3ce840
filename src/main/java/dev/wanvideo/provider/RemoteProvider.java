package dev.wanvideo.provider;

import java.util.List;
import java.util.stream.Stream;

/** A provider behind an address: what it is, and where its owner finds it and pays. */
public abstract class RemoteProvider implements Provider {
    private final Descriptor descriptor;
    private final RemoteSettings settings;
    private final List<Option> options;

    /** @param own the options that it understands beside those of {@link RemoteSettings} */
    protected RemoteProvider(Descriptor descriptor, RemoteSettings settings, Option... own) {
        this.descriptor = descriptor;
        this.settings = settings;
        this.options = Stream.concat(Stream.of(Option.BASE_URL, Option.PRICE), Stream.of(own))
                .toList();
    }

    @Override
    public final Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public final List<Option> options() {
        return options;
    }

    /** What its owner set. */
    protected final RemoteSettings settings() {
        return settings;
    }
}
