package dev.wanvideo.mcp;

import java.util.Map;

/**
 * Where a call stands whose tool may ask before it answers.
 *
 * @param responses what the client answered to what was asked, by name; its own words, to be checked
 * @param state what the tool gave along when it asked, unchanged
 */
record Round(Map<String, Object> responses, Map<String, Object> state) {
    /** Nothing was asked yet. */
    static final Round FIRST = new Round(Map.of(), Map.of());
}
