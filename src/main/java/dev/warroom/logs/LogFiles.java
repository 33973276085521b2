package dev.warroom.logs;

import dev.warroom.room.Effect;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogPlace;
import dev.warroom.room.Signal;
import dev.warroom.room.Size;
import dev.warroom.room.Stretch;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers questions about whole log files, one after the other; the next one ends the one before.
 */
public final class LogFiles implements AutoCloseable {

    /** Lines around one that was found. */
    private static final int AROUND = 200;

    private static final long TELL_NANOS = 200_000_000;

    private final Function<String, Optional<LogFile>> files;
    private final Consumer<Signal> answers;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("log-files").factory());

    /** Of the newest question; an older one is given up. */
    private final AtomicInteger newest = new AtomicInteger();

    /**
     * @param files where a source's lines stand, by its short name
     * @param answers told by a thread of its own
     */
    public LogFiles(Function<String, Optional<LogFile>> files, Consumer<Signal> answers) {
        this.files = files;
        this.answers = answers;
    }

    /** Reads some lines. */
    public void read(Effect.ReadLog asked) {
        newest.set(asked.ticket());
        worker.execute(
                () -> {
                    if (newest.get() == asked.ticket()) {
                        answer(asked.ticket(), asked.place().source(), () -> answer(asked));
                    }
                });
    }

    /** Looks through the files. */
    public void search(Effect.SearchLog asked) {
        newest.set(asked.ticket());
        String source = asked.from().stream().map(LogPlace::source).findFirst().orElse("");
        worker.execute(() -> answer(asked.ticket(), source, () -> answer(asked)));
    }

    /** A fault of the program in one file is an answer like others. */
    private void answer(int ticket, String source, Supplier<Signal> question) {
        Signal answer;
        try {
            answer = question.get();
        } catch (RuntimeException e) {
            answer =
                    new Signal.LogSearchEnded(
                            ticket, source + " cannot be read: " + Fault.words(e));
        }
        answers.accept(answer);
    }

    /** What is being searched is given up. */
    public void stop() {
        newest.incrementAndGet();
    }

    @Override
    public void close() {
        stop();
        worker.shutdownNow();
    }

    private Signal answer(Effect.ReadLog asked) {
        String source = asked.place().source();
        try (LogBytes file = file(source).open()) {
            StretchReader reader =
                    new StretchReader(file, source, file(source).zone(), asked.filters());
            Stretch stretch = reader.around(asked.place().offset(), asked.before(), asked.after());
            return new Signal.LogRead(asked.ticket(), stretch, asked.place().offset(), false);
        } catch (IOException | LogFilter.Unusable e) {
            return new Signal.LogSearchEnded(asked.ticket(), trouble(source, e));
        }
    }

    private Signal answer(Effect.SearchLog asked) {
        long all = 0;
        // Lines of commands and of files that are gone are held, but there is nothing to search.
        List<LogPlace> from =
                asked.from().stream().filter(it -> files.apply(it.source()).isPresent()).toList();
        for (LogPlace place : from) {
            try (LogBytes file = file(place.source()).open()) {
                all += asked.newer() ? file.size() - place.offset() : place.offset();
            } catch (IOException e) {
                return new Signal.LogSearchEnded(asked.ticket(), trouble(place.source(), e));
            }
        }
        long before = 0;
        for (LogPlace place : from) {
            String source = place.source();
            try (LogBytes file = file(source).open()) {
                Telling telling = new Telling(asked, source, before, all);
                LineSearch search =
                        new LineSearch(
                                file,
                                source,
                                asked.what(),
                                asked.filters(),
                                file(source).zone(),
                                telling);
                OptionalLong found =
                        asked.newer()
                                ? search.after(place.offset())
                                : search.before(place.offset());
                if (found.isPresent()) {
                    StretchReader reader =
                            new StretchReader(file, source, file(source).zone(), asked.filters());
                    return new Signal.LogRead(
                            asked.ticket(),
                            reader.around(found.getAsLong(), AROUND, AROUND),
                            found.getAsLong(),
                            true);
                }
                if (newest.get() != asked.ticket()) {
                    break;
                }
                before += asked.newer() ? file.size() - place.offset() : place.offset();
            } catch (IOException | LogFilter.Unusable e) {
                return new Signal.LogSearchEnded(asked.ticket(), trouble(source, e));
            }
        }
        return new Signal.LogSearchEnded(
                asked.ticket(),
                "No "
                        + (asked.newer() ? "newer " : "older ")
                        + asked.what().words()
                        + ": "
                        + Size.words(all)
                        + " searched.");
    }

    private LogFile file(String source) throws IOException {
        return files.apply(source).orElseThrow(() -> new NoSuchFileException(source));
    }

    private static String trouble(String source, Exception e) {
        return e instanceof NoSuchFileException
                ? "There is no file of " + source + " any more: the lines held are all there are."
                : source + " cannot be read: " + e.getMessage();
    }

    /** Says how far a search is, a few times a second. */
    private final class Telling implements LineSearch.Progress {
        private final Effect.SearchLog asked;
        private final String source;
        private final long before;
        private final long all;
        private long told = System.nanoTime();

        Telling(Effect.SearchLog asked, String source, long before, long all) {
            this.asked = asked;
            this.source = source;
            this.before = before;
            this.all = all;
        }

        @Override
        public boolean went(long done) {
            long now = System.nanoTime();
            if (now - told >= TELL_NANOS) {
                told = now;
                long whole = Math.min(all, before + done);
                int percent = (int) (all == 0 ? 100 : 100 * whole / all);
                answers.accept(
                        new Signal.LogSearchWent(asked.ticket(), source, percent, all - whole));
            }
            return newest.get() == asked.ticket();
        }
    }
}
