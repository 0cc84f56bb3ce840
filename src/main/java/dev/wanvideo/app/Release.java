package dev.wanvideo.app;

/** Which release this is. */
final class Release {
    private Release() {}

    /** The version from the jar's manifest. */
    static String version() {
        String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
