package dev.warroom.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the output of a run on another machine has come here: its room was asked for it.
 *
 * @param asked when it was asked last
 * @param ended whether the run was known to have ended by then
 * @param waiting whether it has not answered yet
 * @param told when what is here was asked for; empty where nothing has come
 * @param whole whether what is here is all that there will be
 * @param took how long the last answer took
 * @param trouble why there was none the last time; empty where there was one
 */
public record FarOutput(
        Instant asked,
        boolean ended,
        boolean waiting,
        Optional<Instant> told,
        boolean whole,
        Duration took,
        String trouble) {

    /** Asked for the first time. */
    static FarOutput first(Instant now, boolean ended) {
        return new FarOutput(now, ended, true, Optional.empty(), false, Duration.ZERO, "");
    }

    FarOutput again(Instant now, boolean end) {
        return new FarOutput(now, end, true, told, whole, took, trouble);
    }

    FarOutput came(Instant now) {
        Duration wait = Duration.between(asked, now);
        return new FarOutput(asked, ended, false, Optional.of(asked), ended, wait, "");
    }

    FarOutput failed(Instant now, String why) {
        Duration wait = Duration.between(asked, now);
        return new FarOutput(asked, ended, false, told, whole, wait, why);
    }

    /** Whether there may be more to know, and nobody is being asked. */
    boolean wanting() {
        return !waiting && !whole;
    }
}
