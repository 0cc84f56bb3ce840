package dev.wanvideo.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Knows callers by signed tokens (RFC 9068 and its forerunners) of the authorization server that is trusted. */
public final class IssuedTokens implements Authenticator {

    /** Signed with a key that only the issuer has: never with a secret that is shared, never not at all. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int SKEW_SECONDS = 30;

    /** As long as OpenID Connect lets it be, and printable. */
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private final String issuer;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * @param fetch the way to the server's metadata and keys
     * @param nanos nanoseconds from any point
     */
    public IssuedTokens(Trust trust, KeyFetch fetch, Clock clock, LongSupplier nanos) {
        this.issuer = trust.issuer();
        this.clock = clock;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, new KeyRing(trust, fetch, nanos)));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(new Claims(trust, clock));
    }

    @Override
    public Verdict verdict(String token) {
        try {
            return admitted(processor.process(token, null));
        } catch (KeySourceException e) {
            return new Verdict.Undecided();
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
            return new Verdict.Unknown();
        }
    }

    private Verdict admitted(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        if (!SUBJECT.matcher(subject).matches()) {
            return new Verdict.Unknown();
        }
        Instant end = claims.getExpirationTime().toInstant().plusSeconds(SKEW_SECONDS);
        return new Verdict.Admitted(new Grant(
                Principal.ofIssuer(issuer, subject),
                Scope.named(scopes(claims)),
                () -> clock.instant().isBefore(end)));
    }

    /** In {@code scope} as RFC 9068 has it, or in {@code scp} as some servers write it, as text or as a list. */
    private static List<String> scopes(JWTClaimsSet claims) throws ParseException {
        String name = claims.getClaim("scope") == null ? "scp" : "scope";
        Object value = claims.getClaim(name);
        if (value instanceof String words) {
            return List.of(words.split(" "));
        }
        List<String> listed = claims.getStringListClaim(name);
        return listed == null ? List.of() : listed;
    }

    /** What a token must say. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(Trust trust, Clock clock) {
            super(
                    Set.of(trust.audience()),
                    new JWTClaimsSet.Builder().issuer(trust.issuer()).build(),
                    Set.of("sub", "exp"),
                    Set.of());
            this.clock = clock;
            setMaxClockSkew(SKEW_SECONDS);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
