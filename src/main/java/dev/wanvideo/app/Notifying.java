package dev.wanvideo.app;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.web.Notifier;
import java.time.Clock;
import java.util.function.Consumer;

/** What tells the operator's receiver of ends, with its way to the network. */
record Notifying(Notifier notifier, NoticePost post) implements AutoCloseable {
    static Notifying of(Settings.Receiver receiver, Settings settings, Assembly assembly, Consumer<String> outcomes) {
        NoticePost post = new NoticePost(new AddressGuard(settings.network().allowHosts()), receiver.address());
        return new Notifying(
                new Notifier(assembly::notices, receiver.secret(), post, Clock.systemUTC(), outcomes), post);
    }

    @Override
    public void close() {
        notifier.close();
        post.close();
    }
}
