package dev.warroom.room;

/** How grave a log line calls itself. */
public enum LogLevel {
    /** It does not say. */
    NONE,
    TRACE,
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL
}
