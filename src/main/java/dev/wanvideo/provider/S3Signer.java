package dev.wanvideo.provider;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs requests to a bucket after Signature Version 4, in headers or in the address. */
final class S3Signer {
    private final S3Settings settings;
    private final Clock clock;

    S3Signer(S3Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** An address at which anybody may get an object for as long as links live. */
    URI link(String key) {
        SdkHttpRequest request = request(
                        SdkHttpMethod.GET, settings.links().publicEndpoint().orElse(settings.endpoint()), key)
                .build();
        return Aws.SIGNER
                .sign(signing -> ask(signing, request)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(
                                AwsV4HttpSigner.EXPIRATION_DURATION,
                                settings.links().lives()))
                .request()
                .getUri();
    }

    /** A call that puts the file as an object of this type. */
    OutgoingUpload put(String key, String type) {
        SdkHttpRequest request = request(SdkHttpMethod.PUT, settings.endpoint(), key)
                .putHeader("Content-Type", type)
                .build();
        SdkHttpRequest signed =
                Aws.SIGNER.sign(signing -> ask(signing, request)).request();
        Map<String, String> headers = new LinkedHashMap<>();
        signed.forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("Host");
        return new OutgoingUpload("PUT", signed.getUri().toString(), headers, false, new UploadBody.File());
    }

    /** The body is not signed: its bytes are not at hand here, and TLS guards them. */
    private SignRequest.Builder<AwsCredentialsIdentity> ask(
            SignRequest.Builder<AwsCredentialsIdentity> signing, SdkHttpRequest request) {
        return signing.identity(AwsCredentialsIdentity.create(
                        settings.credentials().accessKeyId(),
                        settings.credentials().secretAccessKey()))
                .request(request)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock);
    }

    private SdkHttpRequest.Builder request(SdkHttpMethod method, URI endpoint, String key) {
        boolean inHost = settings.links().style() == S3Settings.Style.HOST;
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(method)
                .protocol(endpoint.getScheme())
                .host(inHost ? settings.bucket() + "." + endpoint.getHost() : endpoint.getHost())
                .encodedPath(endpoint.getRawPath() + (inHost ? "/" : "/" + settings.bucket() + "/") + key);
        return endpoint.getPort() < 0 ? request : request.port(endpoint.getPort());
    }

    /** Loaded with the first signature: most servers never sign. */
    private static final class Aws {
        static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
    }
}
