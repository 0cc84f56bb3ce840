package dev.wanvideo.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An authorization server on loopback with keys of its own, and one beside it that nobody trusts. */
final class TestIssuer implements AutoCloseable {
    static final String AUDIENCE = "https://films.example.com/mcp";

    final AtomicInteger elsewhereAsked = new AtomicInteger();
    private final RSAKey rsa;
    private final ECKey ec;
    private final RSAKey foreign;
    private final HttpServer server;

    TestIssuer() {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/.well-known/oauth-authorization-server",
                exchange -> answer(
                        exchange, "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer() + "/keys\",\"x\":1}"));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(List.<JWK>of(rsa, ec)).toString(true)));
        server.createContext("/elsewhere", exchange -> {
            elsewhereAsked.incrementAndGet();
            answer(exchange, new JWKSet(foreign).toString(true));
        });
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a good token says. */
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("carla")
                .audience(AUDIENCE)
                .claim("scope", "openid read create")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)));
    }

    /** The token of this name, as the table of attacks has it. */
    String token(String name) {
        Instant now = Instant.now();
        return switch (name) {
            case "good" -> rsa(claims -> claims);
            case "good-ec" -> signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec"), ec(ec), claims());
            case "at-jwt" -> signed(header("rsa").type(new JOSEObjectType("at+jwt")), rsa(rsa), claims());
            case "reader" -> rsa(claims -> claims.claim("scope", "read"));
            case "scp-list" -> rsa(claims -> claims.claim("scope", null).claim("scp", List.of("create")));
            case "no-scope" -> rsa(claims -> claims.claim("scope", null));
            case "expired" -> rsa(claims -> claims.expirationTime(Date.from(now.minusSeconds(60))));
            case "not-yet" -> rsa(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(300))));
            case "no-expiry" -> rsa(claims -> claims.expirationTime(null));
            case "no-subject" -> rsa(claims -> claims.subject(null));
            case "empty-subject" -> rsa(claims -> claims.subject(""));
            case "line-in-subject" -> rsa(claims -> claims.subject("carla\nadmin"));
            case "wrong-audience" -> rsa(claims -> claims.audience("https://other.example.com/mcp"));
            case "no-audience" -> rsa(claims -> claims.audience((String) null));
            case "wrong-issuer" -> rsa(claims -> claims.issuer("https://evil.example.com"));
            case "id-token" -> signed(header("rsa").type(new JOSEObjectType("logout+jwt")), rsa(rsa), claims());
            case "critical" -> signed(header("rsa").criticalParams(java.util.Set.of("exp")), rsa(rsa), claims());
            case "none" -> new PlainJWT(claims().build()).serialize();
            case "hs256" -> hs256();
            case "forged" -> signed(header("rsa"), rsa(foreign), claims());
            case "altered" -> altered(token("reader"));
            case "unknown-kid" -> signed(header("nobody"), rsa(foreign), claims());
            case "jku" -> signed(header("foreign").jwkURL(URI.create(issuer() + "/elsewhere")), rsa(foreign), claims());
            case "x5u" ->
                signed(header("foreign").x509CertURL(URI.create(issuer() + "/elsewhere")), rsa(foreign), claims());
            case "jwk" -> signed(header("foreign").jwk(foreign.toPublicJWK()), rsa(foreign), claims());
            case "unsigned" -> token("good").replaceFirst("\\.[^.]*$", ".");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String rsa(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(header("rsa"), rsa(rsa), change.apply(claims()));
    }

    private static JWSHeader.Builder header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid);
    }

    /** With the public key for a secret, which everybody knows. */
    private String hs256() {
        try {
            byte[] secret = rsa.toPublicJWK().toJSONString().getBytes(UTF_8);
            return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa"), new MACSigner(secret), claims());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With other claims under the same signature. */
    private String altered(String token) {
        String[] parts = token.split("\\.");
        String better =
                new PlainJWT(claims().claim("scope", "read create admin").build()).serialize();
        return parts[0] + "." + better.split("\\.")[1] + "." + parts[2];
    }

    private static JWSSigner rsa(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner ec(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer, JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(header.build(), claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
