package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal that is looked at while others write: nothing is locked, and nothing changed. */
public final class JournalView implements JournalSource {

    private final String id;
    private final Path path;
    private final Incident incident;
    private JournalReader.End end;

    private JournalView(String id, Path path) {
        this.id = id;
        this.path = path;
        KeptFacts.Replayed read = new KeptFacts.Replayed(id);
        end = JournalReader.scan(path, read);
        incident = read.incident();
    }

    /**
     * @throws JournalException if there is none, or it cannot be read
     */
    public static JournalView open(Path state, String id) {
        Path path = StateFolder.at(state).file(id);
        if (!Files.isRegularFile(path)) {
            throw new JournalException(
                    "There is no incident " + id + ": " + path + " does not exist.");
        }
        return new JournalView(id, path);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Incident incident() {
        return incident;
    }

    @Override
    public synchronized List<Fact> news() {
        try {
            if (Files.size(path) == end.bytes()) {
                return List.of();
            }
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot read the journal " + path + ": " + Reasons.of(e) + ".", e);
        }
        List<Fact> news = new ArrayList<>();
        JournalReader.End read = JournalReader.scan(path, end, (fact, line) -> news.add(fact));
        if (read.damage().isPresent() && news.isEmpty()) {
            throw new JournalException(read.damage().get().toString());
        }
        end = read;
        return news;
    }

    @Override
    public Optional<Path> tornTail() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
