package dev.wanvideo.app.client;

/** The text of a configuration file, in which one entry is set and nothing else is touched. */
interface ConfigText {
    /**
     * The text with the entry in it; every character outside the entry stays, and so does what else the entry says.
     *
     * @param text what the file holds, empty when there is none
     * @throws Unchangeable when that cannot be done
     */
    String with(Entry entry, String text);
}
