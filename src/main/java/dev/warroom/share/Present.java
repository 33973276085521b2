package dev.warroom.share;

import dev.warroom.text.Sanitiser;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who has an incident open on other machines, and what they look at: each room says so every two
 * seconds, and one that has not for a while is gone. For one thread.
 */
final class Present {

    static final Duration SAY_EVERY = Duration.ofSeconds(2);

    private static final Duration GONE = SAY_EVERY.multipliedBy(4);
    private static final int MOST = 50;

    /** In bytes. */
    private static final int LONGEST = 600;

    /** In characters, of what somebody looks at. */
    private static final int LONGEST_AT = 120;

    private final String mark;
    private final String who;
    private final Instant since;
    private final Supplier<String> looking;
    private final Map<String, Seen> seen = new HashMap<>();
    private Optional<Long> said = Optional.empty();

    private record Seen(Companion companion, long at) {}

    /**
     * @param mark of the state folder, which tells this room from others
     * @param who the person, and where
     * @param since when this room opened the incident
     * @param looking what the person looks at, whenever it is asked
     */
    Present(String mark, String who, Instant since, Supplier<String> looking) {
        this.mark = mark;
        this.who = who;
        this.since = since;
        this.looking = looking;
    }

    /** What is to be said now, where it is time. */
    Optional<byte[]> due(long nanos) {
        if (said.isPresent() && nanos - said.get() < SAY_EVERY.toNanos()) {
            return Optional.empty();
        }
        said = Optional.of(nanos);
        String at = looking.get();
        String words =
                String.join(
                        "\t",
                        mark,
                        Long.toString(since.getEpochSecond()),
                        who,
                        at.length() <= LONGEST_AT ? at : at.substring(0, LONGEST_AT));
        return Optional.of(words.getBytes(StandardCharsets.UTF_8));
    }

    /** Another room says that it is there. */
    void heard(byte[] message, long nanos) {
        if (message.length > LONGEST) {
            return;
        }
        String[] parts = new String(message, StandardCharsets.UTF_8).split("\t", 4);
        boolean known = parts.length == 4 && parts[1].matches("\\d{1,12}");
        if (!known || parts[0].equals(mark)) {
            return;
        }
        if (seen.size() >= MOST && !seen.containsKey(parts[0])) {
            return;
        }
        try {
            Instant from = Instant.ofEpochSecond(Long.parseLong(parts[1]));
            Companion companion =
                    new Companion(Sanitiser.line(parts[2]), from, Sanitiser.line(parts[3]));
            if (seen.put(parts[0], new Seen(companion, nanos)) == null) {
                // Whoever has just come wants to see who is there.
                said = Optional.empty();
            }
        } catch (DateTimeException e) {
            // No room of ours says so.
            return;
        }
    }

    /** Who is there, sorted by name. */
    List<Companion> others(long nanos) {
        seen.values().removeIf(it -> nanos - it.at() > GONE.toNanos());
        return seen.values().stream()
                .map(Seen::companion)
                .sorted(Comparator.comparing(Companion::who).thenComparing(Companion::since))
                .toList();
    }
}
