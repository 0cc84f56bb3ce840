package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
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
        if (cause instanceof FileChanged) {
            return new FetchProblem(Kind.PROTOCOL, FileChanged.WORDS);
        }
        if (cause instanceof PrematureCloseException) {
            return FetchProblem.passing(
                    Kind.UNAVAILABLE, "the server closed the connection before the end of its answer");
        }
        if (cause instanceof ConnectTimeoutException || cause instanceof SslHandshakeTimeoutException) {
            return new FetchProblem(Kind.TIMEOUT, "the server could not be reached in time");
        }
        if (cause instanceof ReadTimeoutException) {
            return new FetchProblem(Kind.TIMEOUT, "the server fell silent before the end of its answer");
        }
        return encrypted(cause)
                ? new FetchProblem(
                        Kind.UNAVAILABLE,
                        "no secure connection: the server's certificate was not accepted, or it does not speak https")
                : plain(cause);
    }

    /** The problem that a status means that brings no file. */
    static FetchProblem status(int status) {
        String answer = "the server answered with status " + status;
        if (status == 401 || status == 403) {
            return FetchProblem.answered(Kind.NOT_FOUND, answer + ": it does not show this file to the public", status);
        }
        if (status == 429 || status >= 500) {
            return FetchProblem.answered(
                    Kind.UNAVAILABLE, answer + ": it is busy or in trouble; try again later", status);
        }
        return status >= 400
                ? FetchProblem.answered(Kind.NOT_FOUND, answer + ": there is no such file", status)
                : FetchProblem.answered(Kind.PROTOCOL, answer + ", which brings no file", status);
    }

    private static FetchProblem plain(Throwable cause) {
        String unreachable = "the server could not be reached, or broke the connection";
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return new FetchProblem(Kind.UNAVAILABLE, unreachable);
        }
        return cause instanceof IOException
                ? FetchProblem.passing(Kind.UNAVAILABLE, unreachable)
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
