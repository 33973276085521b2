package dev.warroom.share;

import dev.warroom.identity.SigningKey;
import dev.warroom.text.Sanitiser;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who has an incident open on other machines, and what they look at: each room says so every two
 * seconds, and one that has not for a while is gone. Where the room has members, only what they
 * sign counts, each in their own name. For one thread.
 */
final class Present {

    static final Duration SAY_EVERY = Duration.ofSeconds(2);

    private static final Duration GONE = SAY_EVERY.multipliedBy(4);
    private static final int MOST = 50;

    /** In bytes. */
    private static final int LONGEST = 600 + SignedWords.MOST_ADDED;

    private static final int MOST_HEARD = 500;
    private static final int PARTS = 5;

    /** In characters, of what somebody looks at. */
    private static final int LONGEST_AT = 120;

    private final String mark;
    private final String who;
    private final Instant since;
    private final Supplier<String> looking;
    private final Members members;
    private final String subject;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new HashMap<>();

    /** What each room called its newest message: one that is not newer was only repeated. */
    private final Map<String, Long> newest =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > MOST_HEARD;
                }
            };

    private Optional<Long> said = Optional.empty();
    private long number;

    private record Seen(Companion companion, long at) {}

    /**
     * @param mark of the state folder, which tells this room from others
     * @param who the person, and where
     * @param looking what the person looks at, whenever it is asked
     * @param members who may say so, each in their own name
     * @param subject on which it is said
     */
    Present(
            String mark,
            String who,
            InstantSource clock,
            Supplier<String> looking,
            Members members,
            String subject) {
        this.mark = mark;
        this.who = who;
        this.since = clock.instant();
        this.clock = clock;
        this.looking = looking;
        this.members = members;
        this.subject = subject;
    }

    /**
     * The message that is to be sent now, where it is time.
     *
     * @param key what it is signed with
     */
    Optional<byte[]> due(long nanos, Optional<SigningKey> key) {
        if (said.isPresent() && nanos - said.get() < SAY_EVERY.toNanos()) {
            return Optional.empty();
        }
        said = Optional.of(nanos);
        number = Math.max(number + 1, clock.millis());
        String at = looking.get();
        String words =
                String.join(
                        "\t",
                        mark,
                        Long.toString(since.getEpochSecond()),
                        Long.toString(number),
                        who,
                        at.length() <= LONGEST_AT ? at : at.substring(0, LONGEST_AT));
        return Optional.of(
                SignedWords.message(subject, words.getBytes(StandardCharsets.UTF_8), key));
    }

    /** Another room says that it is there. */
    void heard(byte[] message, long nanos) {
        if (message.length > LONGEST) {
            return;
        }
        SignedWords words = SignedWords.read(message);
        String[] parts = words.text().split("\t", PARTS);
        boolean known =
                parts.length == PARTS
                        && parts[1].matches("\\d{1,12}")
                        && parts[2].matches("\\d{1,15}");
        if (!known || parts[0].equals(mark)) {
            return;
        }
        long told = Long.parseLong(parts[2]);
        if (told <= newest.getOrDefault(parts[0], -1L)
                || members.listed() && !members.says(words, subject, parts[3])) {
            return;
        }
        newest.put(parts[0], told);
        if (seen.size() >= MOST && !seen.containsKey(parts[0])) {
            return;
        }
        try {
            Instant from = Instant.ofEpochSecond(Long.parseLong(parts[1]));
            Companion companion =
                    new Companion(Sanitiser.line(parts[3]), from, Sanitiser.line(parts[4]));
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
