package dev.wanvideo.app;

import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** A face whose SDK server is built when something first needs it, which most sessions over stdio never do. */
final class SdkOnDemand implements StatelessHandler {
    private final StatelessHandler face;
    private final Runnable sdk;
    private final AtomicBoolean built = new AtomicBoolean();

    SdkOnDemand(StatelessHandler face, Runnable sdk) {
        this.face = face;
        this.sdk = sdk;
    }

    @Override
    public void needSdk() {
        if (!built.getAndSet(true)) {
            sdk.run();
        }
    }

    @Override
    public Map<String, Object> handle(StatelessRequest request) throws ProtocolError, InterruptedException {
        return face.handle(request);
    }

    @Override
    public Optional<Map<String, Object>> called(StatelessRequest request, Map<String, Object> client)
            throws InterruptedException {
        return face.called(request, client);
    }

    @Override
    public OptionalLong version() {
        return face.version();
    }

    @Override
    public boolean stands(StatelessRequest request, Map<String, Object> result) {
        return face.stands(request, result);
    }

    @Override
    public boolean servesBothEras(String method) {
        return face.servesBothEras(method);
    }
}
