package dev.wanvideo.http;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Hands Netty the very addresses that the guard accepted. The connection goes to one of them with no second lookup in
 * between, so a name that changes its mind after the check (DNS rebinding) gains nothing.
 */
final class GuardedResolver extends AddressResolverGroup<InetSocketAddress> {
    private final GuardedLookup lookup;

    GuardedResolver(GuardedLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor);
    }

    private final class Resolver extends AbstractAddressResolver<InetSocketAddress> {
        Resolver(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /** Never: addresses written out as numbers pass the guard here like all others. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
            lookup.lookUp(unresolved.getHostString())
                    .thenApply(found -> new InetSocketAddress(found.get(0), unresolved.getPort()))
                    .whenComplete((found, problem) -> settle(promise, found, problem));
        }

        @Override
        protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
            lookup.lookUp(unresolved.getHostString())
                    .thenApply(found -> withPort(found, unresolved.getPort()))
                    .whenComplete((found, problem) -> settle(promise, found, problem));
        }

        private static <T> void settle(Promise<T> promise, @Nullable T found, @Nullable Throwable problem) {
            if (problem != null) {
                promise.setFailure(
                        problem instanceof CompletionException && problem.getCause() != null
                                ? problem.getCause()
                                : problem);
            } else if (found != null) {
                promise.setSuccess(found);
            }
        }

        private static List<InetSocketAddress> withPort(List<InetAddress> addresses, int port) {
            return addresses.stream().map(a -> new InetSocketAddress(a, port)).toList();
        }
    }
}
