package dev.wanvideo.app.client;

/** The text of a configuration file, in which one entry is set and nothing else is touched. */
interface ConfigText {
    /**
     * The text with the entry in it; every other character of it stays.
     *
     * @param text what the file holds, empty when there is none
     * @throws Unchangeable when that cannot be done
     */
    String with(Entry entry, String text);
}
