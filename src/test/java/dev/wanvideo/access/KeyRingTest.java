package dev.wanvideo.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.wanvideo.HandClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys that change, and a host that goes away. */
final class KeyRingTest {
    private static final String ISSUER = "https://login.example.com/team";
    private static final Instant NOW = new HandClock().instant();

    private final ECKey first = key("first");
    private final ECKey second = key("second");
    private final List<URI> asked = new ArrayList<>();
    private List<JWK> published = List.of(first);
    private boolean away;
    private long nanos;
    private final HandClock clock = new HandClock();
    private final IssuedTokens tokens = tokens(Optional.of(URI.create("https://login.example.com/keys")));

    @Test
    void takesUpANewKeyAsSoonAsATokenNamesIt() {
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Admitted.class);
        published = List.of(first, second);
        nanos += KeyRing.GAP.toNanos();
        assertThat(tokens.verdict(signed(second))).isInstanceOf(Verdict.Admitted.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void keysThatNobodyHasAreNotAskedForAgainAndAgain() {
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Admitted.class);
        for (int i = 0; i < 50; i++) {
            assertThat(tokens.verdict(signed(key("nobody-" + i)))).isInstanceOf(Verdict.Unknown.class);
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void aKeyThatWasWithdrawnIsForgotten() {
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Admitted.class);
        published = List.of(second);
        nanos += KeyRing.FRESH.toNanos();
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void knownKeysOutlastAnOutageForADay() {
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Admitted.class);
        away = true;
        nanos += Duration.ofHours(23).toNanos();
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Admitted.class);
        nanos += Duration.ofHours(2).toNanos();
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Undecided.class);
        away = false;
        nanos += KeyRing.GAP.toNanos();
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void withoutAnyKeyNobodyCanTell() {
        away = true;
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Undecided.class);
        assertThat(tokens.verdict("no token")).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void findsTheKeysByTheIssuersMetadata() {
        IssuedTokens discovering = tokens(Optional.empty());
        assertThat(discovering.verdict(signed(first))).isInstanceOf(Verdict.Admitted.class);
        assertThat(asked)
                .containsExactly(
                        URI.create("https://login.example.com/.well-known/oauth-authorization-server/team"),
                        URI.create("https://login.example.com/.well-known/openid-configuration/team"),
                        URI.create("https://login.example.com/team/.well-known/openid-configuration"),
                        URI.create("https://login.example.com/elsewhere"));
    }

    @Test
    void saysWhoItIsAndWhatFor() {
        Verdict.Admitted admitted = (Verdict.Admitted) tokens.verdict(signed(first));
        assertThat(admitted.grant().principal().name()).isEqualTo("oauth:" + ISSUER + " carla");
        assertThat(admitted.grant().scopes()).containsExactly(Scope.READ);
        assertThat(admitted.grant().principal().isLocal()).isFalse();
    }

    @Test
    void whatItLetInMayStayUntilItExpires() {
        Standing standing =
                ((Verdict.Admitted) tokens.verdict(signed(first))).grant().standing();
        clock.move(Duration.ofSeconds(89));
        assertThat(standing.holds()).isTrue();
        clock.move(Duration.ofSeconds(1));
        assertThat(standing.holds()).isFalse();
        assertThat(tokens.verdict(signed(first))).isInstanceOf(Verdict.Unknown.class);
    }

    private IssuedTokens tokens(Optional<URI> keys) {
        return new IssuedTokens(new Trust(ISSUER, "films", keys), this::fetch, clock, () -> nanos);
    }

    /** Of three places only the last has metadata, and one of the others has somebody else's. */
    private String fetch(URI address) throws IOException {
        asked.add(address);
        String path = address.getPath();
        if (away || path.startsWith("/.well-known/oauth")) {
            throw new IOException("nobody answers");
        }
        if (path.contains("well-known")) {
            String issuer = path.startsWith("/team") ? ISSUER : "https://evil.example.com";
            return "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"https://login.example.com/elsewhere\"}";
        }
        return new JWKSet(published).toString(true);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(ECKey key) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("films")
                .subject("carla")
                .claim("scope", "read")
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
