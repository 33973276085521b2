package dev.warroom.logs;

import dev.warroom.logs.clue.Clue;
import dev.warroom.logs.clue.Clues;
import dev.warroom.logs.clue.Scout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log file of this machine.
 *
 * @param zone of its times that name none
 */
public record LocalLog(Path path, ZoneId zone) implements LogFile {

    @Override
    public LogBytes open() throws IOException {
        return new Opened(FileChannel.open(path), Files.getLastModifiedTime(path).toInstant());
    }

    @Override
    public List<LogFile> older() throws IOException {
        Map<Path, Long> changed = new HashMap<>();
        String name = path.getFileName().toString();
        try (DirectoryStream<Path> beside =
                Files.newDirectoryStream(path.toAbsolutePath().getParent())) {
            for (Path each : beside) {
                String other = each.getFileName().toString();
                boolean rotated = other.startsWith(name) && !other.equals(name);
                if (rotated && !Glob.compressed(other) && Files.isRegularFile(each)) {
                    changed.put(each, Seen.at(each).modified());
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return changed.entrySet().stream()
                .sorted(Map.Entry.<Path, Long>comparingByValue().reversed())
                .map(it -> (LogFile) new LocalLog(it.getKey(), zone))
                .toList();
    }

    /** Worth reading at once where something may stand. */
    private static final int NEAR = 256 * 1024;

    /** Looked at to see which clue is of most use. */
    private static final int SAMPLE = 64 * 1024;

    private record Scouted(Scout scout) implements Ahead {

        @Override
        public long last(long end, LineSearch.Progress progress) throws IOException {
            return scout.last(end, at -> progress.went(end - at));
        }

        @Override
        public long first(long from, LineSearch.Progress progress) throws IOException {
            return scout.first(from, at -> progress.went(at - from));
        }
    }

    private record Opened(FileChannel file, Instant changed) implements LogBytes {

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            return file.read(into, at);
        }

        @Override
        public int block() {
            return NEAR;
        }

        /** Looked through by several threads. */
        @Override
        public Optional<Ahead> ahead(Clues clues) throws IOException {
            ByteBuffer sample = ByteBuffer.allocate(SAMPLE);
            file.read(sample, Math.max(0, file.size() - SAMPLE));
            Optional<Clue> best = clues.best(sample.array(), sample.position());
            return best.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Scouted(new Scout(file, best.get())));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
