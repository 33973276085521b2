package dev.warroom.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant. */
final class Spelling {

    private Spelling() {}

    /** The known word nearest to {@code written}, if it is at most a third of its letters away. */
    static Optional<String> nearest(String written, Collection<String> known) {
        String wanted = written.toLowerCase(Locale.ROOT);
        if (wanted.length() > 40) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> distance(wanted, word) <= Math.max(1, word.length() / 3))
                .min(
                        Comparator.comparingInt((String word) -> distance(wanted, word))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** "Did you mean …?" where there is something near, and what is known in any case. */
    static String hint(String written, Collection<String> known) {
        String all = "Known here: " + String.join(", ", known) + ".";
        return nearest(written, known).map(it -> "Did you mean \"" + it + "\"? " + all).orElse(all);
    }

    /** Letters to add, take out, change, or exchange with the next. */
    private static int distance(String a, String b) {
        String other = b.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][other.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int least = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
                d[i][j] = Math.min(least, d[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == other.charAt(j - 2)
                        && a.charAt(i - 2) == other.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][other.length()];
    }
}
