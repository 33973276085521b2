package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.OneLine;
import dev.warroom.incident.Retelling;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A journal as {@code warroom log} prints it. */
public final class JournalPrinter {

    private JournalPrinter() {}

    /**
     * One line a fact: when (UTC, to the second), who on which host, what in words.
     *
     * @param wanted which facts are printed
     * @param each whether each host of a step on many is, and not only all of them together
     * @return the damage that printing stopped at
     * @throws JournalException if the file cannot be read
     * @throws IOException if {@code out} fails
     */
    public static Optional<Damage> words(
            Path file, Predicate<Fact> wanted, boolean each, Appendable out) throws IOException {
        JournalContent content = JournalReader.read(file);
        Retelling told = Retelling.of(content.facts());
        for (Fact fact : each ? content.facts() : told.facts()) {
            if (!wanted.test(fact)) {
                continue;
            }
            Instant second = fact.at().truncatedTo(ChronoUnit.SECONDS);
            out.append(second.toString())
                    .append("  ")
                    .append(FactWords.person(fact))
                    .append("  ")
                    .append(
                            words(
                                    fact,
                                    content.facts(),
                                    each ? Optional.empty() : told.words(fact)))
                    .append('\n');
        }
        return content.damage();
    }

    private static String words(Fact fact, List<Fact> facts, Optional<String> together) {
        return together.map(OneLine::of).orElseGet(() -> FactWords.words(fact, facts));
    }

    /**
     * The good lines, byte for byte as they are stored: for programs, and to check the hashes.
     *
     * @return the damage that printing stopped at
     * @throws JournalException if the file cannot be read, or {@code out} fails
     */
    public static Optional<Damage> json(Path file, OutputStream out) {
        return JournalReader.scan(
                        file,
                        (fact, line) -> {
                            out.write(line.bytes(), line.from(), line.to() - line.from());
                            out.write('\n');
                        })
                .damage();
    }
}
