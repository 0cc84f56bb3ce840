package dev.wanvideo.app;

import dev.wanvideo.chat.ChatSettings;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting that this version reads, and how its flag is spelled. */
final class SettingNames {
    static final String HOME = "WAN_VIDEO_HOME";
    static final String OUTPUT_DIR = "WAN_VIDEO_OUTPUT_DIR";
    static final String DATABASE_URL = "WAN_VIDEO_DATABASE_URL";
    static final String PROVIDER = "WAN_VIDEO_PROVIDER";
    static final String PROVIDER_ORDER = "WAN_VIDEO_PROVIDER_ORDER";
    static final String MAX_COST = "WAN_VIDEO_MAX_COST_USD";
    static final String DAILY_BUDGET = "WAN_VIDEO_DAILY_BUDGET_USD";
    static final String CONFIRM_ABOVE = "WAN_VIDEO_CONFIRM_ABOVE_USD";
    static final String MEDIA_ROOTS = "WAN_VIDEO_MEDIA_ROOTS";
    static final String ALLOW_HOSTS = "WAN_VIDEO_ALLOW_HOSTS";
    static final String POLL_SECONDS = "WAN_VIDEO_POLL_SECONDS";
    static final String LOG_LEVEL = "WAN_VIDEO_LOG_LEVEL";
    static final String TOKENS = "WAN_VIDEO_TOKENS";
    static final String OAUTH_ISSUER = "WAN_VIDEO_OAUTH_ISSUER";
    static final String OAUTH_RESOURCE = "WAN_VIDEO_OAUTH_RESOURCE";
    static final String OAUTH_JWKS_URL = "WAN_VIDEO_OAUTH_JWKS_URL";
    static final String CALLS_PER_MINUTE = "WAN_VIDEO_CALLS_PER_MINUTE";
    static final String LOG_FORMAT = "WAN_VIDEO_LOG_FORMAT";
    static final String METRICS_TOKEN = "WAN_VIDEO_METRICS_TOKEN";
    static final String WEBHOOK_URL = "WAN_VIDEO_WEBHOOK_URL";
    static final String WEBHOOK_SECRET = "WAN_VIDEO_WEBHOOK_SECRET";
    static final String PUBLIC_URL = "WAN_VIDEO_PUBLIC_URL";
    static final String CONFIG = "WAN_VIDEO_CONFIG";
    static final String S3_ENDPOINT = "WAN_VIDEO_S3_ENDPOINT";
    static final String S3_PUBLIC_ENDPOINT = "WAN_VIDEO_S3_PUBLIC_ENDPOINT";
    static final String S3_REGION = "WAN_VIDEO_S3_REGION";
    static final String S3_BUCKET = "WAN_VIDEO_S3_BUCKET";
    static final String S3_ACCESS_KEY_ID = "WAN_VIDEO_S3_ACCESS_KEY_ID";
    static final String S3_SECRET_ACCESS_KEY = "WAN_VIDEO_S3_SECRET_ACCESS_KEY";
    static final String S3_PREFIX = "WAN_VIDEO_S3_PREFIX";
    static final String S3_STYLE = "WAN_VIDEO_S3_STYLE";
    static final String S3_LINK_HOURS = "WAN_VIDEO_S3_LINK_HOURS";

    static final List<String> OF_BUCKET = List.of(
            S3_ENDPOINT,
            S3_PUBLIC_ENDPOINT,
            S3_REGION,
            S3_BUCKET,
            S3_ACCESS_KEY_ID,
            S3_SECRET_ACCESS_KEY,
            S3_PREFIX,
            S3_STYLE,
            S3_LINK_HOURS);

    private static final List<String> PLAIN = List.of(
            HOME,
            OUTPUT_DIR,
            DATABASE_URL,
            PROVIDER,
            PROVIDER_ORDER,
            MAX_COST,
            DAILY_BUDGET,
            CONFIRM_ABOVE,
            MEDIA_ROOTS,
            ALLOW_HOSTS,
            POLL_SECONDS,
            LOG_LEVEL,
            TOKENS,
            OAUTH_ISSUER,
            OAUTH_RESOURCE,
            OAUTH_JWKS_URL,
            CALLS_PER_MINUTE,
            LOG_FORMAT,
            METRICS_TOKEN,
            WEBHOOK_URL,
            PUBLIC_URL,
            WEBHOOK_SECRET,
            CONFIG);

    private static final List<String> OWN =
            Stream.concat(PLAIN.stream(), OF_BUCKET.stream()).toList();

    /** Read by one command, which has its own options for them. */
    private static final List<String> OF_CHAT =
            List.of(ChatSettings.PROVIDER, ChatSettings.MODEL, ChatSettings.BASE_URL, ChatSettings.API_KEY);

    private SettingNames() {}

    /** {@code WAN_VIDEO_OUTPUT_DIR} is the flag {@code --output-dir}. */
    static String flag(String name) {
        String bare = name.startsWith("WAN_VIDEO_") ? name.substring("WAN_VIDEO_".length()) : name;
        return "--" + bare.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a name looks like one of this program's settings and is none that this version reads. */
    static boolean misspelt(String name) {
        return name.startsWith("WAN_VIDEO_") && !OWN.contains(name) && !OF_CHAT.contains(name);
    }

    /** The setting behind a flag, one of this program's own or one of a provider's. */
    static Optional<String> named(String flag, Catalogue catalogue) {
        Stream<String> ofProviders = catalogue.all().stream().flatMap(SettingNames::of);
        return Stream.concat(OWN.stream(), ofProviders)
                .filter(name -> flag(name).equals(flag))
                .findFirst();
    }

    private static Stream<String> of(Provider provider) {
        String id = provider.descriptor().id();
        return Stream.concat(
                provider.descriptor().keyVariable().stream(),
                provider.options().stream().map(option -> option.variable(id)));
    }
}
