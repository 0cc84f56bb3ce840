package dev.wanvideo.app.log;

/** From which level on each logger speaks, and into what. */
final class LogSettings {
    private final LogLevels levels;
    private final LogLines lines;

    LogSettings(String level, LogLines lines) {
        this.levels = new LogLevels(level);
        this.lines = lines;
    }

    LogLevels levels() {
        return levels;
    }

    LogLines lines() {
        return lines;
    }
}
