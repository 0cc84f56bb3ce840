package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.netty.http.client.PrematureCloseException;

/** Puts what goes wrong on the network into sentences. */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private Troubles() {}

    /** The problem that a failed exchange means. */
    static FetchProblem inWords(Throwable failure) {
        Throwable cause = bare(failure);
        if (cause instanceof FetchProblem problem) {
            return problem;
        }
        LOG.debug("A fetch failed: {}", cause.getMessage());
        if (cause instanceof PrematureCloseException) {
            return new FetchProblem(Kind.UNAVAILABLE, "the server closed the connection before the end of its answer");
        }
        if (cause instanceof ConnectTimeoutException || cause instanceof SslHandshakeTimeoutException) {
            return new FetchProblem(Kind.TIMEOUT, "the server could not be reached in time");
        }
        return encrypted(cause)
                ? new FetchProblem(
                        Kind.UNAVAILABLE,
                        "no secure connection: the server's certificate was not accepted, or it does not speak https")
                : plain(cause);
    }

    /** The problem that a status other than 200 means. */
    static FetchProblem status(int status) {
        String answer = "the server answered with status " + status;
        if (status == 401 || status == 403) {
            return new FetchProblem(Kind.NOT_FOUND, answer + ": it does not show this file to the public");
        }
        if (status == 429 || status >= 500) {
            return new FetchProblem(Kind.UNAVAILABLE, answer + ": it is busy or in trouble; try again later");
        }
        return status >= 400
                ? new FetchProblem(Kind.NOT_FOUND, answer + ": there is no such file")
                : new FetchProblem(Kind.PROTOCOL, answer + ", which brings no file");
    }

    private static FetchProblem plain(Throwable cause) {
        return cause instanceof IOException
                ? new FetchProblem(Kind.UNAVAILABLE, "the server could not be reached, or broke the connection")
                : new FetchProblem(Kind.PROTOCOL, "the server's answer could not be understood");
    }

    private static boolean encrypted(Throwable cause) {
        return cause instanceof SSLException
                || cause instanceof DecoderException && cause.getCause() instanceof SSLException;
    }

    private static Throwable bare(Throwable failure) {
        Throwable cause = Exceptions.unwrap(failure);
        return cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
    }
}
