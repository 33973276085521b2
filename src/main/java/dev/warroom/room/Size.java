package dev.warroom.room;

import java.util.Locale;

/** How people write sizes of files. */
public final class Size {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private Size() {}

    /** {@code bytes} in units of 1,000, such as {@code 10.2 GB}. */
    public static String words(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.95 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }
}
