package dev.wanvideo.chat;

/**
 * A word as a terminal writes a dropped file: quotes around it or around parts of it, blanks after a backslash.
 *
 * @param text the word without its quoting
 * @param end where the rest of the line begins
 */
record ShellWord(String text, int end) {
    /** The word that begins here, every letter as it stands. */
    static ShellWord plain(String line, int start) {
        int end = start;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return new ShellWord(line.substring(start, end), end);
    }

    /** The word that begins here; a quote that nobody closes is a letter. */
    static ShellWord at(String line, int start, boolean backslashQuotes) {
        StringBuilder text = new StringBuilder();
        int at = start;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            char letter = line.charAt(at);
            int close = letter == '\'' || letter == '"' ? line.indexOf(letter, at + 1) : -1;
            if (close > at) {
                text.append(line, at + 1, close);
                at = close + 1;
            } else if (letter == '\\' && backslashQuotes && at + 1 < line.length()) {
                text.append(line.charAt(at + 1));
                at += 2;
            } else {
                text.append(letter);
                at++;
            }
        }
        return new ShellWord(text.toString(), at);
    }
}
