package dev.wanvideo.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do. None contains another. */
public enum Scope {
    /** Look at what is there: tasks, providers, films. */
    READ,
    /** Order films, which costs money, and cancel them. */
    CREATE,
    /** See what only the operator should see. */
    ADMIN;

    /** As tokens write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that the words name; other words may be meant for somebody else. */
    public static Set<Scope> named(List<String> words) {
        Set<Scope> named = EnumSet.noneOf(Scope.class);
        Arrays.stream(values()).filter(scope -> words.contains(scope.word())).forEach(named::add);
        return named;
    }

    /** Words with spaces between, e.g. {@code read create}. */
    public static String words(Set<Scope> scopes) {
        return Arrays.stream(values()).filter(scopes::contains).map(Scope::word).collect(Collectors.joining(" "));
    }
}
